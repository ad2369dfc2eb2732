import type { TemplateBlock, TemplateContent } from './template-draft.ts';

/** A run of words that both have, or only the one before, or only the one after. */
export type Span = { kind: 'same' | 'deleted' | 'inserted'; text: string };
/** One part of a mail, named by the phrase of its kind. */
export type PartDifference = { part: TemplateBlock['kind'] | 'subject' | 'preheader'; spans: Span[] };

type Part = { part: PartDifference['part']; text: string };

const partsOf = ({ subject, preheader, blocks }: TemplateContent): Part[] => [
  { part: 'subject', text: subject },
  { part: 'preheader', text: preheader },
  ...blocks.map((block): Part => ({ part: block.kind, text: textOf(block) })),
];

function textOf(block: TemplateBlock): string {
  switch (block.kind) {
    case 'divider':
      return '―';
    case 'button':
      return `${block.label} → ${block.to}`;
    case 'facts':
      return block.facts.map(({ label, text }) => `${label}: ${text}`).join('\n');
    default:
      return block.text;
  }
}

/** What of the second differs from the first, word by word; parts that are the same are left out. */
export function differenceOf(before: TemplateContent, after: TemplateContent): PartDifference[] {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  const headers = [0, 1].flatMap((index) => compared(old[index], fresh[index]));
  return [...headers, ...pairs(old.slice(2), fresh.slice(2)).flatMap(([one, other]) => compared(one, other))];
}

function compared(one: Part | undefined, other: Part | undefined): PartDifference[] {
  const part = other?.part ?? one?.part;
  if (!part || (one?.text === other?.text && one !== undefined && other !== undefined)) return [];
  return [{ part, spans: wordsBetween(one?.text ?? '', other?.text ?? '') }];
}

/** Lays blocks of the same text side by side; what lies between them is paired in order where its kind is the same. */
function pairs(before: Part[], after: Part[]): [Part | undefined, Part | undefined][] {
  const same = (one: Part, other: Part) => one.part === other.part && one.text === other.text;
  const result: [Part | undefined, Part | undefined][] = [];
  let [removed, added]: [Part[], Part[]] = [[], []];
  const flush = () => {
    for (const one of removed) {
      const place = added.findIndex(({ part }) => part === one.part);
      const skipped = place < 0 ? [] : added.splice(0, place);
      result.push(...skipped.map((other): [undefined, Part] => [undefined, other]), [one, place < 0 ? undefined : added.shift()]);
    }
    result.push(...added.map((other): [undefined, Part] => [undefined, other]));
    [removed, added] = [[], []];
  };
  for (const step of steps(before, after, same)) {
    if (step.kind === 'deleted') removed.push(step.item);
    else if (step.kind === 'inserted') added.push(step.item);
    else flush();
  }
  flush();
  return result;
}

/** Words and the space between them, so that what is put together again is what was taken apart. */
const tokens = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}_]+|\{[^{}\n]+\}|[^\s\p{L}\p{N}]/gu) ?? [];

export function wordsBetween(before: string, after: string): Span[] {
  const spans: Span[] = [];
  let [deleted, inserted, gap] = ['', '', ''];
  const flush = () => {
    if (deleted) spans.push({ kind: 'deleted', text: deleted });
    if (inserted) spans.push({ kind: 'inserted', text: inserted });
    const last = spans.at(-1);
    if (gap && last?.kind === 'same') last.text += gap;
    else if (gap) spans.push({ kind: 'same', text: gap });
    [deleted, inserted, gap] = ['', '', ''];
  };
  for (const { kind, item } of steps(tokens(before), tokens(after), (one, other) => one === other)) {
    const isChanged = deleted !== '' || inserted !== '';
    // Space that both have between two changes belongs to them: nobody reads a sentence word by word crossed out.
    if (kind === 'same' && isChanged && /^\s+$/.test(item)) gap += item;
    else if (kind === 'same') {
      flush();
      gap = item;
      flush();
    } else {
      if (gap && !(deleted && inserted)) flush();
      deleted += gap + (kind === 'deleted' ? item : '');
      inserted += gap + (kind === 'inserted' ? item : '');
      gap = '';
    }
  }
  flush();
  return spans;
}

type Step<Item> = { kind: Span['kind']; item: Item };

/** The longest common subsequence as steps from one list to the other: deletions before insertions. */
function steps<Item>(before: readonly Item[], after: readonly Item[], same: (one: Item, other: Item) => boolean): Step<Item>[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (one: number, other: number) => lengths[one * width + other] ?? 0;
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const isSame = same(before[one] as Item, after[other] as Item);
      lengths[one * width + other] = isSame ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1));
    }
  }
  const result: Step<Item>[] = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    const [old, fresh] = [before[one] as Item, after[other] as Item];
    if (one < before.length && other < after.length && same(old, fresh)) {
      result.push({ kind: 'same', item: fresh });
      [one, other] = [one + 1, other + 1];
    } else if (one < before.length && (other >= after.length || at(one + 1, other) >= at(one, other + 1))) {
      result.push({ kind: 'deleted', item: old });
      one += 1;
    } else {
      result.push({ kind: 'inserted', item: fresh });
      other += 1;
    }
  }
  return result;
}
