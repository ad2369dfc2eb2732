import { type Block, type FieldName, type Fields, fieldNames, placesOf, textsOfBlock, type UrlField, urlFields } from './template.ts';

/** A text taken apart: what the template says, and what was filled in. */
export type Piece = { kind: 'said' | 'value' | 'url' | 'contact'; text: string };

const isField = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);
const isUrlField = (name: FieldName): name is UrlField => (urlFields as readonly string[]).includes(name);

/** Fills a text in one pass: a value that looks like a place is a value. A name that is no field stays visible. */
export function fill(text: string, fields: Fields): Piece[] {
  return text.split(/(\{\w+\})/).flatMap((part): Piece[] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (part === '') return [];
    if (name === undefined || !isField(name)) return [{ kind: 'said', text: part }];
    const kind = isUrlField(name) ? 'url' : name === 'supportContact' ? 'contact' : 'value';
    return [{ kind, text: fields[name] ?? '' }];
  });
}

export const fillPlain = (text: string, fields: Fields): string =>
  fill(text, fields)
    .map((piece) => piece.text)
    .join('');

const isComplete = (texts: readonly string[], fields: Fields): boolean =>
  texts.flatMap(placesOf).every((name) => !isField(name) || (fields[name] ?? '') !== '');

/** The blocks of one mail: those that name something which this mail does not have are left out. */
export function completeBlocks(blocks: readonly Block[], fields: Fields): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'facts') return isComplete(textsOfBlock(block), fields) ? [block] : [];
    const facts = block.facts.filter(({ text }) => isComplete([text], fields));
    return facts.length ? [{ ...block, facts }] : [];
  });
}
