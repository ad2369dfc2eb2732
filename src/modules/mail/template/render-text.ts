import { fillPlain, targetOf } from './fill.ts';
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
  const automatic = say(letterhead.takesReplies ? 'automaticOnly' : 'automatic', { sender: fields.sender ?? '' });
  const footer = ['--', ...(letterhead.footer ? [letterhead.footer, ''] : []), automatic, ...legal].join('\n');
  const main = letter.blocks.filter(({ kind }) => kind !== 'note').map((block) => blockText(block, letter));
  const notes = letter.blocks.filter(({ kind }) => kind === 'note').map((block) => blockText(block, letter));
  const parts = [letterhead.note, letterhead.header, ...main, letterhead.signature, ...notes, footer].filter(Boolean);
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
      return `${fillPlain(block.label, fields)}:\n${targetOf(block.to, fields)}`;
    case 'divider':
      return '-'.repeat(20);
    default:
      return fillPlain(block.text, fields);
  }
}
