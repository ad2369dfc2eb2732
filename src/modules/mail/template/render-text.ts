import { fillPlain } from './fill.ts';
import { frameWords } from './frame.ts';
import type { Letter } from './render.ts';
import type { Block } from './template.ts';

/** The plain form. Every address stands on a line of its own or ends its line, so that no mail program cuts it. */
export function renderText(letter: Letter): string {
  const { fields, letterhead, variant } = letter;
  const say = frameWords(variant);
  const legal = [
    letterhead.imprintUrl ? `${say('imprint')}: ${letterhead.imprintUrl}` : '',
    letterhead.privacyUrl ? `${say('privacy')}: ${letterhead.privacyUrl}` : '',
  ].filter(Boolean);
  const footer = ['--', say('automatic', { sender: fields.sender ?? '' }), ...legal].join('\n');
  const parts = [...letter.blocks.map((block) => blockText(block, letter)), footer];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block, { fields }: Letter): string {
  switch (block.kind) {
    case 'heading': {
      const heading = fillPlain(block.text, fields);
      return `${heading}\n${'='.repeat(Math.min([...heading].length, 60))}`;
    }
    case 'facts':
      return block.facts.map(({ label, text }) => `${fillPlain(label, fields)}: ${fillPlain(text, fields)}`).join('\n');
    case 'button':
      return `${fillPlain(block.label, fields)}:\n${fields[block.to] ?? ''}`;
    default:
      return fillPlain(block.text, fields);
  }
}
