import { type Block, type FieldName, type Fields, isFieldName, isUrlField, isWebAddress, placesOf, textsOfBlock } from './template.ts';

/** A text taken apart: what the template says, addresses of the web that it says, and what was filled in. */
export type Piece = { kind: 'said' | 'said-address' | 'value' | 'url' | 'contact'; text: string };

/** Fills a text in one pass: a value that looks like a place is a value. A name that is no field stays visible. */
export function fill(text: string, fields: Fields): Piece[] {
  return text.split(/(\{\w+\})/).flatMap((part): Piece[] => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (part === '') return [];
    if (name === undefined || !isFieldName(name)) return addressesIn(part);
    const kind = isUrlField(name) ? 'url' : name === 'supportContact' ? 'contact' : 'value';
    return [{ kind, text: fields[name] ?? '' }];
  });
}

/** Only what the template itself says is looked at: a value never becomes a link. A full stop behind an address belongs to the sentence. */
const addressesIn = (text: string): Piece[] =>
  text
    .split(/(https?:\/\/[^\s<>"'`{}\\]*[^\s<>"'`{}\\.,;:!?)])/i)
    .filter((part) => part !== '')
    .map((part) => ({ kind: isWebAddress(part) ? 'said-address' : 'said', text: part }));

export const fillPlain = (text: string, fields: Fields): string =>
  fill(text, fields)
    .map((piece) => piece.text)
    .join('');

/** Where a button leads: the value of a field, or the page that stands there. */
export const targetOf = (to: string, fields: Fields): string => (isUrlField(to) ? (fields[to] ?? '') : isWebAddress(to) ? to : '');

/** The fields of these texts that this mail does not have. */
const missingIn = (texts: readonly string[], fields: Fields): FieldName[] =>
  [...new Set(texts.flatMap(placesOf))].filter(isFieldName).filter((name) => (fields[name] ?? '') === '');

const isComplete = (texts: readonly string[], fields: Fields): boolean => missingIn(texts, fields).length === 0;

/** The blocks of one mail: those that name something which this mail does not have are left out. */
export function completeBlocks(blocks: readonly Block[], fields: Fields): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'facts') return isComplete(textsOfBlock(block), fields) ? [block] : [];
    const facts = block.facts.filter(({ text }) => isComplete([text], fields));
    return facts.length ? [{ ...block, facts }] : [];
  });
}

/** A part that a mail leaves out: its place in the content (RFC 6901) and the fields that this mail does not have. */
export type Omission = { pointer: string; missing: FieldName[] };

/** What `completeBlocks` leaves out, and why. */
export const omissionsOf = (blocks: readonly Block[], fields: Fields): Omission[] =>
  blocks.flatMap((block, index): Omission[] => {
    const parts: [string, string[]][] =
      block.kind === 'facts'
        ? block.facts.map(({ text }, row) => [`/blocks/${index}/facts/${row}`, [text]])
        : [[`/blocks/${index}`, textsOfBlock(block)]];
    return parts.map(([pointer, texts]) => ({ pointer, missing: missingIn(texts, fields) })).filter(({ missing }) => missing.length > 0);
  });
