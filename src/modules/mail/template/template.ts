import type { Phrase, Variant } from '../../../platform/phrases.ts';
import type { TemplateKey } from '../mail.ts';

/** Where a template stands under „Einstellungen › E-Mail Templates“. */
export type Section = 'customers' | 'users' | 'team' | 'system';

/** What a template may name in braces. Nothing else is ever filled in, and a value is never read as a template again (rule 17). */
export const fieldNames = [
  'salutation',
  'person',
  'accountName',
  'company',
  'portal',
  'portalUrl',
  'link',
  'validUntil',
  'occurredAt',
  'newAddress',
  'forgotPasswordUrl',
  'supportContact',
  'sender',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** The values of one mail. `null` where there is none: whatever names it is left out, so that no mail has a hole. */
export type Fields = Record<FieldName, string | null>;

/** The fields that are addresses, and so become links. */
export const urlFields = ['portalUrl', 'link', 'forgotPasswordUrl'] as const satisfies readonly FieldName[];
export type UrlField = (typeof urlFields)[number];

/** The parts a mail is made of. Every text may name fields; HTML and plain text come from the same blocks. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: readonly { label: string; text: string }[] }
  | { kind: 'button'; label: string; to: UrlField }
  | { kind: 'deadline'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'signature'; text: string };

/** A template in one language and form of address: data only, so that it can be edited, compared and restored. */
export type Content = { subject: string; preheader: string; blocks: readonly Block[] };

export type Template = {
  key: TemplateKey;
  section: Section;
  label: Phrase;
  description: Phrase;
  /** What no longer happens while it is switched off. */
  consequence: Phrase;
  /** Whether anything sends it. One that nothing sends is kept for what comes, and is shown to nobody. */
  isUsed: boolean;
  /** Whether the mail is useless without its one-time link. */
  needsLink: boolean;
  content: Record<Variant, Content>;
};

export const defineTemplate = <const T extends Template>(template: T): Template => template;

/** The names in braces of a text. */
export const placesOf = (text: string): string[] => Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '');

/** All texts of a content in the order in which they are read. */
export const textsOf = ({ subject, preheader, blocks }: Content): string[] => [subject, preheader, ...blocks.flatMap(textsOfBlock)];

export const textsOfBlock = (block: Block): string[] => {
  if (block.kind === 'facts') return block.facts.flatMap(({ label, text }) => [label, text]);
  return block.kind === 'button' ? [block.label, `{${block.to}}`] : [block.text];
};

export type ContentFault =
  | { fault: 'unknown-field'; field: string }
  | { fault: 'link-missing' }
  | { fault: 'link-in-subject' }
  | { fault: 'link-not-possible' };

/** What is wrong with a content: a field that does not exist, a missing link, a link where everybody sees it. */
export function contentFaults(template: Pick<Template, 'needsLink'>, content: Content): ContentFault[] {
  const places = textsOf(content).flatMap(placesOf);
  const unknown = places.filter((place) => !(fieldNames as readonly string[]).includes(place));
  const hasLink = content.blocks.flatMap(textsOfBlock).flatMap(placesOf).includes('link');
  const exposed = [content.subject, content.preheader].flatMap(placesOf).includes('link');
  return [
    ...unknown.map((field) => ({ fault: 'unknown-field', field }) as const),
    ...(template.needsLink && !hasLink ? [{ fault: 'link-missing' } as const] : []),
    ...(!template.needsLink && (hasLink || exposed) ? [{ fault: 'link-not-possible' } as const] : []),
    ...(template.needsLink && exposed ? [{ fault: 'link-in-subject' } as const] : []),
  ];
}
