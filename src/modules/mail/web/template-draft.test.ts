import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf, wordsBetween } from './template-diff.ts';
import { canMove, changeDraft, contentOf, draftOf, newBlock, type TemplateContent } from './template-draft.ts';

const content: TemplateContent = {
  subject: 'Betreff',
  preheader: 'Zeile',
  blocks: [
    { kind: 'heading', text: 'Eins' },
    { kind: 'paragraph', text: 'Zwei Wörter' },
    { kind: 'button', label: 'Drei', to: 'link' },
  ],
};
const texts = (given: TemplateContent) => given.blocks.map((block) => ('text' in block ? block.text : block.kind));

test('blocks are moved, added and removed; at the ends nothing moves', () => {
  const draft = draftOf(content);
  const [first, second, third] = draft.blocks.map(({ id }) => id);
  const after = (change: Parameters<typeof changeDraft>[1]) => texts(contentOf(changeDraft(draft, change)));
  expect(after({ set: 'moved', id: second ?? 0, by: -1 })).toEqual(['Zwei Wörter', 'Eins', 'button']);
  expect(after({ set: 'moved', id: second ?? 0, by: 1 })).toEqual(['Eins', 'button', 'Zwei Wörter']);
  expect(after({ set: 'moved', id: first ?? 0, by: -1 })).toEqual(['Eins', 'Zwei Wörter', 'button']);
  expect(after({ set: 'moved', id: third ?? 0, by: 1 })).toEqual(['Eins', 'Zwei Wörter', 'button']);
  expect(after({ set: 'moved', id: 0, by: 1 })).toEqual(['Eins', 'Zwei Wörter', 'button']);
  expect(after({ set: 'removed', id: first ?? 0 })).toEqual(['Zwei Wörter', 'button']);
  expect(after({ set: 'added', block: newBlock('divider', true), after: first })).toEqual(['Eins', 'divider', 'Zwei Wörter', 'button']);
  expect(after({ set: 'added', block: newBlock('note', true), after: undefined })).toEqual(['Eins', 'Zwei Wörter', 'button', '']);
  expect(after({ set: 'block', id: second ?? 0, block: { kind: 'paragraph', text: 'neu' } })).toEqual(['Eins', 'neu', 'button']);
  expect(contentOf(changeDraft(draft, { set: 'subject', text: 'Neu' })).subject).toBe('Neu');
  expect(contentOf(draft)).toEqual(content);
});

test('a new button leads to the link where there is one', () => {
  expect(newBlock('button', true)).toEqual({ kind: 'button', label: '', to: 'link' });
  expect(newBlock('button', false)).toEqual({ kind: 'button', label: '', to: 'portalUrl' });
});

test('the difference is told word by word, and only where there is one', () => {
  expect(differenceOf(content, content)).toEqual([]);
  const changed = { ...content, blocks: content.blocks.with(1, { kind: 'paragraph', text: 'Zwei neue Wörter' }) };
  expect(differenceOf(content, changed)).toEqual([
    {
      part: 'paragraph',
      spans: [
        { kind: 'same', text: 'Zwei ' },
        { kind: 'inserted', text: 'neue ' },
        { kind: 'same', text: 'Wörter' },
      ],
    },
  ]);
});

test('words that were replaced together are told together', () => {
  expect(wordsBetween('Legen Sie ein neues Passwort fest', 'Ihr Schlüssel liegt bereit')).toEqual([
    { kind: 'deleted', text: 'Legen Sie ein neues Passwort fest' },
    { kind: 'inserted', text: 'Ihr Schlüssel liegt bereit' },
  ]);
});

test('a block that was added or removed is told as a whole, and its neighbours are not', () => {
  const more = { ...content, blocks: content.blocks.toSpliced(1, 0, { kind: 'note', text: 'Neu' }) };
  expect(differenceOf(content, more)).toEqual([{ part: 'note', spans: [{ kind: 'inserted', text: 'Neu' }] }]);
  expect(differenceOf(more, content)).toEqual([{ part: 'note', spans: [{ kind: 'deleted', text: 'Neu' }] }]);
  const other = { ...content, blocks: content.blocks.with(0, { kind: 'note', text: 'Anders' }) };
  expect(differenceOf(content, other)).toEqual([
    { part: 'heading', spans: [{ kind: 'deleted', text: 'Eins' }] },
    { part: 'note', spans: [{ kind: 'inserted', text: 'Anders' }] },
  ]);
});

const sentence = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', 'ä', '{link}', '.', '🙂', 'ein Wort'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('from the difference both texts can be put together again', () => {
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const spans = wordsBetween(before, after);
      const without = (kind: string) =>
        spans
          .filter((span) => span.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect([without('inserted'), without('deleted')]).toEqual([before, after]);
    }),
    { numRuns: 500 },
  );
});

test('small print stays below the rest, wherever it is put in and however it is moved', () => {
  const draft = draftOf({ ...content, blocks: [{ kind: 'note', text: 'Klein' }, ...content.blocks] });
  expect(texts(contentOf(draft))).toEqual(['Eins', 'Zwei Wörter', 'button', 'Klein']);
  const small = draft.blocks.at(-1)?.id ?? 0;
  const after = (change: Parameters<typeof changeDraft>[1]) => texts(contentOf(changeDraft(draft, change)));
  expect(after({ set: 'moved', id: small, by: -1 })).toEqual(['Eins', 'Zwei Wörter', 'button', 'Klein']);
  expect(after({ set: 'added', block: newBlock('divider', true), after: small })).toEqual([
    'Eins',
    'Zwei Wörter',
    'button',
    'divider',
    'Klein',
  ]);
  const two = changeDraft(draft, { set: 'added', block: { kind: 'note', text: 'Kleiner' }, after: small });
  expect([canMove(two.blocks, 3, 1), canMove(two.blocks, 3, -1), canMove(two.blocks, 2, 1), canMove(two.blocks, 4, 1)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
