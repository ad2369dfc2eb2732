import type { Variant } from '../../../platform/phrases.ts';
import { completeBlocks, fillPlain } from './fill.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { type Block, type Content, type Fields, inMailOrder } from './template.ts';
import { oneLine, shortened } from './wording.ts';

/** What stands around the blocks: whose mail it is and how it looks. */
export type Letterhead = { brandColor: string; imprintUrl: string | null; privacyUrl: string | null } & Partial<Surroundings>;

/** What people have set to stand in every mail: plain text, never read as a template. */
export type Surroundings = {
  header: string | null;
  footer: string | null;
  /** Takes the place of the template's own. */
  signature: string | null;
  /** Whether somebody reads answers. */
  takesReplies: boolean;
  /** Above everything, for copies: whose mail this was. */
  note: string | null;
};

/** A mail ready to be put together. */
export type Rendered = { subject: string; html: string; text: string };

/** What both forms are made from. */
export type Letter = { subject: string; preheader: string; blocks: Block[]; fields: Fields; letterhead: Letterhead; variant: Variant };

/** One renderer for both forms: HTML and plain text come from the same blocks and the same values. */
export function render(
  content: Content,
  { fields, letterhead, variant }: { fields: Fields; letterhead: Letterhead; variant: Variant },
): Rendered {
  const letter: Letter = {
    subject: shortened(oneLine(fillPlain(content.subject, fields)), 200),
    preheader: oneLine(fillPlain(content.preheader, fields)),
    blocks: completeBlocks(inMailOrder(content).blocks, fields).filter(({ kind }) => kind !== 'signature' || !letterhead.signature),
    fields,
    letterhead,
    variant,
  };
  return { subject: letter.subject, html: renderHtml(letter), text: renderText(letter) };
}
