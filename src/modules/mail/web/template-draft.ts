import { useEffect, useState } from 'react';
import type { Problem } from '../../../platform/http/contract.ts';
import type { TemplateVariantView } from '../contract.ts';

export type TemplateVariant = TemplateVariantView['variant'];
export type TemplateContent = TemplateVariantView['content'];
export type TemplateBlock = TemplateContent['blocks'][number];
export type BlockKind = TemplateBlock['kind'];

export const templateVariants = ['de', 'de-DU', 'en'] as const satisfies readonly TemplateVariant[];
export const blockKinds = [
  'heading',
  'paragraph',
  'facts',
  'button',
  'deadline',
  'note',
  'divider',
  'signature',
] as const satisfies readonly BlockKind[];

/** A block keeps its number while it moves, so that what is being typed in it stays where it is. */
export type DraftBlock = { id: number; block: TemplateBlock };
export type Draft = { subject: string; preheader: string; blocks: DraftBlock[] };

let lastId = 0;
const numbered = (block: TemplateBlock): DraftBlock => {
  lastId += 1;
  return { id: lastId, block };
};

export const draftOf = ({ subject, preheader, blocks }: TemplateContent): Draft => ({
  subject,
  preheader,
  blocks: inMailOrder(blocks.map(numbered)),
});

const isSmall = ({ block }: DraftBlock): boolean => block.kind === 'note';

/** Small print stands below everything else, as in the mail. */
const inMailOrder = (blocks: DraftBlock[]): DraftBlock[] => [...blocks.filter((one) => !isSmall(one)), ...blocks.filter(isSmall)];

/** Whether a block can go up or down: small print stays below the rest. */
export function canMove(blocks: readonly DraftBlock[], place: number, by: 1 | -1): boolean {
  const [one, neighbour] = [blocks[place], blocks[place + by]];
  return one !== undefined && neighbour !== undefined && isSmall(one) === isSmall(neighbour);
}

export const contentOf = ({ subject, preheader, blocks }: Draft): TemplateContent => ({
  subject,
  preheader,
  blocks: blocks.map(({ block }) => block),
});

/** A block without words. A new button leads to the link, where the mail has one. */
export function newBlock(kind: BlockKind, needsLink: boolean): TemplateBlock {
  if (kind === 'divider') return { kind };
  if (kind === 'button') return { kind, label: '', to: needsLink ? 'link' : 'portalUrl' };
  if (kind === 'facts') return { kind, facts: [{ label: '', text: '' }] };
  return { kind, text: '' };
}

export type DraftChange =
  | { set: 'subject' | 'preheader'; text: string }
  | { set: 'block'; id: number; block: TemplateBlock }
  | { set: 'added'; block: TemplateBlock; after: number | undefined }
  | { set: 'removed'; id: number }
  | { set: 'moved'; id: number; by: 1 | -1 };

export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.set) {
    case 'subject':
    case 'preheader':
      return { ...draft, [change.set]: change.text };
    case 'block':
      return { ...draft, blocks: draft.blocks.map((one) => (one.id === change.id ? { ...one, block: change.block } : one)) };
    case 'removed':
      return { ...draft, blocks: draft.blocks.filter(({ id }) => id !== change.id) };
    case 'added': {
      const place = draft.blocks.findIndex(({ id }) => id === change.after);
      const blocks = draft.blocks.toSpliced(place < 0 ? draft.blocks.length : place + 1, 0, numbered(change.block));
      return { ...draft, blocks: inMailOrder(blocks) };
    }
    case 'moved':
      return { ...draft, blocks: moved(draft.blocks, change.id, change.by) };
  }
}

function moved(blocks: DraftBlock[], id: number, by: 1 | -1): DraftBlock[] {
  const from = blocks.findIndex((one) => one.id === id);
  const one = blocks[from];
  if (!one || !canMove(blocks, from, by)) return blocks;
  return blocks.toSpliced(from, 1).toSpliced(from + by, 0, one);
}

export const isSame = (one: TemplateContent, other: TemplateContent): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is being written in one form of address: follows what is stored while nothing has been typed. */
export function useTemplateDraft(stored: TemplateVariantView) {
  const [{ base, draft }, setState] = useState(() => ({ base: stored, draft: draftOf(stored.content) }));
  const [problem, setProblem] = useState<Problem>();
  const [newer, setNewer] = useState<TemplateVariantView>();
  const content = contentOf(draft);
  const isDirty = !isSame(content, base.content);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another stored state counts; the view is a new object at each answer
  useEffect(() => {
    if (isDirty || (stored.version === base.version && isSame(stored.content, base.content))) return;
    setState({ base: stored, draft: draftOf(stored.content) });
  }, [stored, isDirty]);

  return {
    variant: base.variant,
    base,
    draft,
    content,
    isDirty,
    problem,
    /** What somebody else has saved meanwhile, while it is not decided which words stay. */
    newer,
    change: (change: DraftChange): void => {
      setProblem(undefined);
      setState((state) => ({ ...state, draft: changeDraft(state.draft, change) }));
    },
    accept: (view: TemplateVariantView): void => {
      setProblem(undefined);
      setNewer(undefined);
      setState((state) => ({ base: view, draft: isSame(contentOf(state.draft), view.content) ? state.draft : draftOf(view.content) }));
    },
    discard: (): void => {
      setProblem(undefined);
      setNewer(undefined);
      setState(({ base }) => ({ base, draft: draftOf(base.content) }));
    },
    fail: setProblem,
    overtaken: setNewer,
    /** Stays with one's own words; the next save then replaces the newer ones. */
    keep: (): void => {
      if (newer) setState(({ draft }) => ({ base: newer, draft }));
      setNewer(undefined);
    },
  };
}

export type TemplateDraft = ReturnType<typeof useTemplateDraft>;
