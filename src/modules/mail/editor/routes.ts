import type { Call, Handlers } from '../../../platform/http/serve.ts';
import type { Id } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import type { MailPortal } from '../mail.ts';
import { refuse } from '../refusals.ts';
import type { templateContract } from '../template/contract.ts';
import type { Content } from '../template/template.ts';
import { getVariant, listTemplateVersions, restoreVariant, saveVariant, type Wanted } from './edit-template.ts';
import { getTemplate, listTemplates } from './list-templates.ts';
import { type Look, type MailReader, previewTemplate, testTemplate } from './preview-template.ts';
import { switchTemplate } from './switch-template.ts';

/** Whom mails are for, from modules that this one does not know: the portal with its name and colour (without an id the default one), a contact. */
export type MailReaders = {
  findMailPortal(work: Work, portalId: Id<'portal'> | null): Promise<MailPortal | undefined>;
  findMailReader(work: Work, contactId: Id<'contact'>): Promise<MailReader | undefined>;
};

type OfVariant = { params: { key: string; variant: Variant }; query: { portalId?: string | undefined } };
type Looking = {
  variant: Variant;
  content?: Content | undefined;
  contactId?: string | null | undefined;
  portalId?: string | null | undefined;
};

export const templateHandlers = (readers: MailReaders): Handlers<typeof templateContract> => ({
  listTemplates: async ({ perform, variant }) => ({ items: await perform(listTemplates, variant) }),
  getTemplate: ({ perform, params, variant }) => perform(getTemplate, params.key, variant),
  switchTemplate: async ({ perform, params, body, variant }) => {
    await perform(switchTemplate, params.key, body.active);
    return perform(getTemplate, params.key, variant);
  },
  getTemplateVariant: (call) => call.perform(async (work) => getVariant(work, await wantedOf(readers, work, call))),
  saveTemplateVariant: (call) =>
    call.perform(async (work) => saveVariant(work, await wantedOf(readers, work, call), call.body.content, call.ifMatch)),
  listTemplateVersions: async (call) => ({
    items: await call.perform(async (work) => listTemplateVersions(work, await wantedOf(readers, work, call))),
  }),
  restoreTemplateVariant: (call) =>
    call.perform(async (work) => restoreVariant(work, await wantedOf(readers, work, call), call.body.version, call.ifMatch)),
  previewTemplate: ({ perform, params, body, variant }: Call & { params: { key: string }; body: Looking }) =>
    perform(async (work) => previewTemplate(work, await lookOf(readers, work, params.key, body), variant)),
  testTemplate: ({ perform, params, body, variant, network }: Call & { params: { key: string }; body: Looking & { to: string } }) =>
    perform(async (work) => testTemplate(work, { ...(await lookOf(readers, work, params.key, body)), to: body.to, network }, variant)),
});

async function wantedOf(readers: MailReaders, work: Work, { params, query }: OfVariant): Promise<Wanted> {
  return { ...params, portal: await portalOf(readers, work, query.portalId) };
}

async function lookOf(readers: MailReaders, work: Work, key: string, { variant, content, contactId, portalId }: Looking): Promise<Look> {
  const reader = contactId ? await readers.findMailReader(work, contactId as Id<'contact'>) : null;
  if (reader === undefined) throw refuse('unknown-reader');
  const portal = (await portalOf(readers, work, portalId)) ?? (await readers.findMailPortal(work, null)) ?? null;
  return { key, variant, ...(content && { content }), reader, portal, ownPortal: Boolean(portalId) };
}

/** What belongs to another workspace is „not found“, as a random id is (rule 13). */
async function portalOf(readers: MailReaders, work: Work, portalId: string | null | undefined): Promise<MailPortal | null> {
  if (!portalId) return null;
  const portal = await readers.findMailPortal(work, portalId as Id<'portal'>);
  if (!portal) throw refuse('unknown-portal');
  return portal;
}
