import type { Phrase, Variant } from '../../../platform/phrases.ts';
import type { MailDetails, TemplateKey } from '../mail.ts';

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
  'actor',
  'about',
  'reason',
  'expiresOn',
  'lastDay',
  'count',
  'pageUrl',
  'forgotPasswordUrl',
  'supportContact',
  'sender',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** The values of one mail. `null` where there is none: whatever names it is left out, so that no mail has a hole. */
export type Fields = Record<FieldName, string | null>;

/** The fields that are addresses, and so become links. */
export const urlFields = ['portalUrl', 'link', 'pageUrl', 'forgotPasswordUrl'] as const satisfies readonly FieldName[];
export type UrlField = (typeof urlFields)[number];

/** The parts a mail is made of. Every text may name fields; HTML and plain text come from the same blocks. A button leads to a field or to a page of the web. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: readonly { label: string; text: string }[] }
  | { kind: 'button'; label: string; to: string }
  | { kind: 'deadline'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'divider' }
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
  /** Whether it is switched off until somebody switches it on. */
  isOffAtFirst?: boolean;
  /** Whether the mail is useless without its one-time link. */
  needsLink: boolean;
  /** What it can tell besides what every mail can. */
  details?: readonly DetailField[];
  /** What a made-up mail tells where the usual example would be strange. */
  sample?: MailDetails;
  content: Record<Variant, Content>;
};

export const defineTemplate = <const T extends Template>(template: T): Template => ({
  ...template,
  content: {
    de: inMailOrder(template.content.de),
    'de-DU': inMailOrder(template.content['de-DU']),
    en: inMailOrder(template.content.en),
  },
});

/** Small print stands below everything else in both forms of a mail; so whoever reads or writes a content finds it there too. */
export const inMailOrder = <Words extends { blocks: readonly { kind: Block['kind'] }[] }>(content: Words): Words => ({
  ...content,
  blocks: [...content.blocks.filter(({ kind }) => kind !== 'note'), ...content.blocks.filter(({ kind }) => kind === 'note')],
});

/** What only some mails can tell. */
export const detailFields = [
  'newAddress',
  'actor',
  'about',
  'reason',
  'expiresOn',
  'lastDay',
  'count',
  'pageUrl',
] as const satisfies readonly FieldName[];
export type DetailField = (typeof detailFields)[number];

const linkFields: readonly FieldName[] = ['link', 'validUntil'];

/** What a template may name: what every mail has, its own details, and its link where it has one. */
export const fieldsOfTemplate = ({ needsLink, details = [] }: Pick<Template, 'needsLink' | 'details'>): FieldName[] =>
  fieldNames.filter((name) => {
    if (linkFields.includes(name)) return needsLink;
    return !(detailFields as readonly FieldName[]).includes(name) || (details as readonly FieldName[]).includes(name);
  });

/** What every mail has, whoever gets it; any other field may be missing, and takes the block that names it with it. */
export const certainFields: readonly FieldName[] = [
  'salutation',
  'person',
  'accountName',
  'portal',
  'portalUrl',
  'link',
  'validUntil',
  'occurredAt',
  'sender',
];

export const isFieldName = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);
export const isUrlField = (name: string): name is UrlField => (urlFields as readonly string[]).includes(name);

/** A page of the web, the only kind of address besides fields that a mail may lead to. */
export const isWebAddress = (text: string): boolean => {
  if (!/^https?:\/\/[^\s<>"'`{}\\]+$/i.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes('.') && username === '' && password === '';
};

/** The names in braces of a text. */
export const placesOf = (text: string): string[] => Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '');

/** All texts of a content in the order in which they are read. */
export const textsOf = ({ subject, preheader, blocks }: Content): string[] => [subject, preheader, ...blocks.flatMap(textsOfBlock)];

export const textsOfBlock = (block: Block): string[] => {
  switch (block.kind) {
    case 'facts':
      return block.facts.flatMap(({ label, text }) => [label, text]);
    case 'button':
      return [block.label, ...(isUrlField(block.to) ? [`{${block.to}}`] : [])];
    case 'divider':
      return [];
    default:
      return [block.text];
  }
};
