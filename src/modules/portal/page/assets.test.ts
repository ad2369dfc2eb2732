import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { contrastOf } from '../../mail/template/color.ts';
import { brandFile, brandStyles } from './assets.ts';

/** The grounds of `portal.css` that carry text in the brand's colour. */
const light = ['#f5f7fa', '#ffffff'];
const dark = ['#12161b', '#1b2128'];

const values = (styles: string) =>
  [...styles.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map(([, name, color]) => ({ name, color: color ?? '' }));

test('whatever the brand colour is, buttons and links can be read in light and dark (WCAG 1.4.3)', () => {
  const readable = (color: number) => {
    const found = values(brandStyles(`#${color.toString(16).padStart(6, '0')}`)).map((value) => value.color);
    const [brand = '', onBrand = '', link = '', darkBrand = '', darkOnBrand = '', darkLink = ''] = found;
    const pairs = [
      [brand, onBrand],
      [darkBrand, darkOnBrand],
      ...light.map((ground) => [link, ground]),
      ...dark.map((ground) => [darkLink, ground]),
    ];
    return found.length === 6 && pairs.every(([text = '', ground = '']) => contrastOf(text, ground) >= 4.5);
  };
  assert(property(integer({ min: 0, max: 0xff_ff_ff }), readable), {
    numRuns: 2000,
    examples: [[0], [0xff_ff_ff], [0xff_d5_00], [0x76_76_76], [0x80_80_80]],
  });
});

test('the name of a brand’s stylesheet is its colour', () => {
  expect(brandFile('#1F5F8B')).toBe('brand-1f5f8b.css');
});
