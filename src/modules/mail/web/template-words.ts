import type { TemplateView } from '../contract.ts';
import type { TemplateBlock, TemplateContent, TemplateVariant } from './template-draft.ts';

/** A run of a text: said as it stands, a field, or something in braces that is none. */
export type WordPiece = { kind: 'said' | 'field' | 'unknown'; text: string };

export type FieldWords = {
  /** A stored text with the fields as people call them: `{validUntil}` becomes „{bis wann}“. What is no field of the template stays as it is. */
  shown(text: string): string;
  /** The way back, from the words of any language, whatever their case, or the stored names. */
  stored(text: string): string;
  /** A text as it is shown, taken apart. */
  pieces(shown: string): WordPiece[];
};

const inBraces = /\{([^{}\n]*)\}/g;

/** How the fields of a template are written in the texts of one form of address. */
export function fieldWords(fields: TemplateView['fields'], variant: TemplateVariant): FieldWords {
  const shownOf = new Map(fields.map(({ name, inText }) => [name, inText[variant].shown]));
  const nameOf = new Map(
    fields.flatMap(({ name, inText }) => [inText.de.shown, inText.en.shown, name].map((word) => [word.toLowerCase(), name] as const)),
  );
  const find = (word: string) => nameOf.get(word.trim().toLowerCase());
  return {
    shown: (text) => text.replace(inBraces, (whole, name: string) => (shownOf.has(name) ? `{${shownOf.get(name)}}` : whole)),
    stored: (text) => text.replace(inBraces, (whole, word: string) => (find(word) ? `{${find(word)}}` : whole)),
    pieces: (shown) =>
      shown
        .split(/(\{[^{}\n]*\}|[{}])/)
        .filter((text) => text !== '')
        .map((text) => ({ kind: /^[{}]/.test(text) ? (find(text.slice(1, -1)) ? 'field' : 'unknown') : 'said', text })),
  };
}

/** A whole wording as people read it, for comparisons. */
export const shownContent = ({ subject, preheader, blocks }: TemplateContent, { shown }: FieldWords): TemplateContent => ({
  subject: shown(subject),
  preheader: shown(preheader),
  blocks: blocks.map((block) => shownBlock(block, shown)),
});

function shownBlock(block: TemplateBlock, shown: FieldWords['shown']): TemplateBlock {
  switch (block.kind) {
    case 'divider':
      return block;
    case 'facts':
      return { ...block, facts: block.facts.map(({ label, text }) => ({ label: shown(label), text: shown(text) })) };
    case 'button':
      return { ...block, label: shown(block.label), to: /^\w+$/.test(block.to) ? shown(`{${block.to}}`) : block.to };
    default:
      return { ...block, text: shown(block.text) };
  }
}

/** Of a template that is switched off nothing leaves, in whatever words. */
export const savedWord = (isActive: boolean) => (isActive ? 'saved' : 'savedInactive');
