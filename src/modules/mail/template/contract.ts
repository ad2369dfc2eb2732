import { z } from 'zod';
import { Instant, route, Uuid } from '../../../platform/http/contract.ts';
import { hasHiddenCharacter } from '../../../platform/text.ts';

const tag = 'mail';

export const variants = ['de', 'de-DU', 'en'] as const;
const VariantName = z.enum(variants);

/** Text of several lines: NFC, no half characters, no control characters but line breaks, none that hides or turns direction. Markup in it is text. */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed(), { params: { sentence: 'malformed' } })
    .refine((text) => !text.split('\n').some(hasHiddenCharacter), { params: { sentence: 'hidden-character' } })
    .transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n'))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
    .pipe(z.string().regex(/^[^\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]*$/, 'control-characters'));

/** The same in one line. */
const oneLine = (most: number) => words(most).pipe(z.string().regex(/^[^\n]*$/, 'control-characters'));

/** One part of a mail. Texts may name fields in braces; a button leads to a field or to a page of the web. */
export const TemplateBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: oneLine(200) }),
  z.strictObject({ kind: z.literal('paragraph'), text: words(4000) }),
  z.strictObject({ kind: z.literal('facts'), facts: z.array(z.strictObject({ label: oneLine(100), text: oneLine(500) })).max(20) }),
  z.strictObject({ kind: z.literal('button'), label: oneLine(100), to: oneLine(1000) }),
  z.strictObject({ kind: z.literal('deadline'), text: words(1000) }),
  z.strictObject({ kind: z.literal('note'), text: words(2000) }),
  z.strictObject({ kind: z.literal('divider') }),
  z.strictObject({ kind: z.literal('signature'), text: words(1000) }),
]);
export type TemplateBlock = z.output<typeof TemplateBlock>;

/** What a template says in one form of address. */
export const TemplateContent = z.strictObject({
  subject: oneLine(200),
  preheader: oneLine(300),
  blocks: z.array(TemplateBlock).max(40),
});
export type TemplateContent = z.output<typeof TemplateContent>;

const FieldInText = z.object({ shown: z.string(), sample: z.string() });

export const TemplateView = z.object({
  key: z.string(),
  section: z.enum(['customers', 'users', 'team', 'system']),
  label: z.string(),
  description: z.string(),
  active: z.boolean(),
  /** It is sent only once somebody has switched it on: off is nothing to be warned of. */
  offAtFirst: z.boolean(),
  /** What no longer happens while the template is switched off. */
  consequence: z.string(),
  lastSentAt: Instant.nullable(),
  /** Mails of this template that have not left yet; switched off, they stay in the queue. */
  waiting: z.number().int(),
  /** Whether the mail must hold its one-time link. */
  needsLink: z.boolean(),
  /** Where people have changed the words: in which form of address, for one portal or (`null`) for all. */
  adapted: z.array(z.object({ variant: VariantName, portalId: Uuid.nullable() })),
  /** What the template may name in braces. `always`: whoever gets the mail has it; what names another may be left out. */
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      always: z.boolean(),
      isAddress: z.boolean(),
      /** For people who write: how the field is called in a text of each form of address, and what it says there with sample details. */
      inText: z.object({ de: FieldInText, 'de-DU': FieldInText, en: FieldInText }),
    }),
  ),
  allowed: z.array(z.enum(['switch', 'edit'])),
});
export type TemplateView = z.infer<typeof TemplateView>;

/** The words that count in one form of address, for one portal or for all. `version` counts the changes made for exactly this place. */
export const TemplateVariantView = z.object({
  key: z.string(),
  variant: VariantName,
  portalId: Uuid.nullable(),
  version: z.number().int(),
  /** Whose words count: those that ship with Pforte, the workspace's, or the portal's own. */
  source: z.enum(['original', 'workspace', 'portal']),
  content: TemplateContent,
  /** What counts once the words of this place are taken back. */
  original: TemplateContent,
  /** What was stored cannot be used any more; until it is saved again, `content` is what is sent. */
  broken: z.boolean(),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
});
export type TemplateVariantView = z.infer<typeof TemplateVariantView>;

export const TemplateVersionView = z.object({
  version: z.number().int(),
  at: Instant,
  by: z.string().nullable(),
  /** `null`: the words were taken back, or can no longer be read. */
  content: TemplateContent.nullable(),
  kind: z.enum(['words', 'taken-back', 'broken']),
});
export type TemplateVersionView = z.infer<typeof TemplateVersionView>;

export const TemplateFaultView = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });
export type TemplateFaultView = z.infer<typeof TemplateFaultView>;

export const TemplatePreviewView = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  /** Whom the preview speaks to. */
  person: z.string(),
  /** What keeps this wording from being saved, each with its place in the content (RFC 6901). */
  faults: z.array(TemplateFaultView),
  /** What this mail leaves out for this person, each with its place in the content (RFC 6901) and why. */
  omissions: z.array(z.object({ pointer: z.string(), detail: z.string() })),
});
export type TemplatePreviewView = z.infer<typeof TemplatePreviewView>;

const OneTemplate = z.object({ key: z.string().max(50) });
const OneVariant = z.object({ key: z.string().max(50), variant: VariantName });
const ForPortal = z.strictObject({ portalId: Uuid.optional() });

export const templateContract = {
  listTemplates: route({
    method: 'GET',
    path: '/mail/templates',
    right: 'user',
    tag,
    summary: 'Mail templates by section',
    response: z.object({ items: z.array(TemplateView) }),
  }),
  getTemplate: route({
    method: 'GET',
    path: '/mail/templates/{key}',
    right: 'user',
    tag,
    summary: 'One mail template and what it may name',
    params: OneTemplate,
    response: TemplateView,
  }),
  switchTemplate: route({
    method: 'PATCH',
    path: '/mail/templates/{key}',
    right: 'administrator',
    tag,
    summary: 'Switch a mail template on or off',
    params: OneTemplate,
    body: z.strictObject({ active: z.boolean() }),
    response: TemplateView,
  }),
  getTemplateVariant: route({
    method: 'GET',
    path: '/mail/templates/{key}/variants/{variant}',
    right: 'user',
    tag,
    summary: 'What a template says in one form of address',
    params: OneVariant,
    query: ForPortal,
    response: TemplateVariantView,
    versioned: true,
  }),
  saveTemplateVariant: route({
    method: 'PUT',
    path: '/mail/templates/{key}/variants/{variant}',
    right: 'administrator',
    tag,
    summary: 'Save what a template says in one form of address',
    params: OneVariant,
    query: ForPortal,
    body: z.strictObject({ content: TemplateContent }),
    response: TemplateVariantView,
    versioned: true,
  }),
  listTemplateVersions: route({
    method: 'GET',
    path: '/mail/templates/{key}/variants/{variant}/versions',
    right: 'user',
    tag,
    summary: 'Every wording that was saved, the newest 100',
    params: OneVariant,
    query: ForPortal,
    response: z.object({ items: z.array(TemplateVersionView) }),
  }),
  restoreTemplateVariant: route({
    method: 'POST',
    path: '/mail/templates/{key}/variants/{variant}/restore',
    right: 'administrator',
    tag,
    summary: 'Bring back an earlier wording, or the original',
    params: OneVariant,
    query: ForPortal,
    body: z.strictObject({ version: z.union([z.literal('original'), z.number().int().min(1).max(1_000_000)]) }),
    response: TemplateVariantView,
    versioned: true,
  }),
  previewTemplate: route({
    method: 'POST',
    path: '/mail/templates/{key}/preview',
    right: 'user',
    tag,
    summary: 'How a mail looks: with sample details or for one person, as saved or as it is being written',
    params: OneTemplate,
    body: z.strictObject({
      variant: VariantName,
      content: TemplateContent.optional(),
      contactId: Uuid.nullable().optional(),
      portalId: Uuid.nullable().optional(),
    }),
    response: TemplatePreviewView,
  }),
  testTemplate: route({
    method: 'POST',
    path: '/mail/templates/{key}/test',
    right: 'administrator',
    tag,
    summary: 'Send a template with sample details to an address; its link leads nowhere',
    params: OneTemplate,
    body: z.strictObject({
      to: z.string().max(1000),
      variant: VariantName,
      content: TemplateContent.optional(),
      contactId: Uuid.nullable().optional(),
      portalId: Uuid.nullable().optional(),
    }),
    response: z.object({
      state: z.enum(['queued', 'not-possible']),
      sentence: z.string(),
      messageId: Uuid.optional(),
    }),
  }),
};
