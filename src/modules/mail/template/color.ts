type Rgb = readonly [red: number, green: number, blue: number];

const white: Rgb = [255, 255, 255];
const ink: Rgb = [17, 24, 39];
const black: Rgb = [0, 0, 0];

/** WCAG 2.2 asks for 4.5 between text and its ground. */
const readable = 4.5;

/** What a brand colour becomes in a mail: as a ground with its text, as a colour of links on white and on the dark ground. All are readable. */
export type Palette = { brand: string; onBrand: string; link: string; linkOnDark: string };

/** The lightest dark and the darkest light ground that a link can stand on: what is readable there is readable everywhere. */
const darkBox = '#262e40';
const lightBox = '#f5f7fa';

/** `brandColor` like `#1f6feb`; anything else counts as a dark blue. */
export function paletteOf(brandColor: string): Palette {
  const brand = parse(/^#[0-9a-f]{6}$/i.test(brandColor) ? brandColor : '#1f4e79');
  return {
    brand: write(brand),
    onBrand: write([white, ink].find((color) => contrast(brand, color) >= readable) ?? black),
    link: write(towards(brand, ink, parse(lightBox))),
    linkOnDark: write(towards(brand, white, parse(darkBox))),
  };
}

/** WCAG contrast ratio of two colours like `#1f6feb`, from 1 to 21. */
export const contrastOf = (one: string, other: string): number => contrast(parse(one), parse(other));

/** Mixes a colour with another, a tenth at a time, until it can be read on the ground. */
function towards(color: Rgb, end: Rgb, ground: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = color.map((value, index) => Math.round(value + ((end[index] ?? 0) - value) * share)) as unknown as Rgb;
    if (contrast(mixed, ground) >= readable) return mixed;
  }
  return end;
}

function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const parse = (color: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as Rgb;

const write = (color: Rgb): string => `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
