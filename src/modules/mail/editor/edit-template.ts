import { refusing } from '../../../platform/constraint.ts';
import { refuseRequest } from '../../../platform/http/refusals.ts';
import { mustBeFresh } from '../../../platform/http/version.ts';
import { newId } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import type { MailPortal } from '../mail.ts';
import { refuse } from '../refusals.ts';
import { type ContentFault, contentFaults } from '../template/content-faults.ts';
import { contentInForce, type InForce, readContent } from '../template/content-in-force.ts';
import type { TemplateVariantView, TemplateVersionView } from '../template/contract.ts';
import { faultRefusal } from '../template/fault-words.ts';
import { type Content, inMailOrder, type Template } from '../template/template.ts';
import { findTemplate } from '../template/templates.ts';
import { findVersion, insertVersion, listVersions, type Place } from '../template/version-store.ts';

/** One template in one form of address, for one portal or (`null`) for all, as it came over the wire. */
export type Wanted = { key: string; variant: Variant; portal: MailPortal | null };

type Found = { template: Template; place: Place; inForce: InForce };

/** How many versions people can look back on. */
const mostVersions = 100;

async function find({ tx, workspace }: Work, { key, variant, portal }: Wanted): Promise<Found> {
  const template = findTemplate(key);
  if (!template) throw refuse('unknown-template');
  const place: Place = { workspaceId: workspace.id, templateKey: template.key, variant, portalId: portal?.id ?? null };
  return { template, place, inForce: await contentInForce(tx, template, place) };
}

/** What counts in this place now. Refuses `unknown-template`. */
export async function getVariant(work: Work, wanted: Wanted): Promise<TemplateVariantView> {
  const { place, inForce } = await find(work, wanted);
  return present(place, inForce);
}

/**
 * Saves other words as a new version; what was there stays. Refuses `unknown-template`, words that could not be sent (`template-without-link`,
 * `template-faulty`), and with 412 where somebody else has saved meanwhile. Words that are in force already change nothing.
 */
export async function saveVariant(
  work: Work,
  wanted: Wanted,
  content: Content,
  expected: number | undefined,
): Promise<TemplateVariantView> {
  const found = await find(work, wanted);
  mustBeFresh(versionOf(found.inForce), expected);
  mustBeSendable(found.template, content, '/content');
  const isSame = found.inForce.own !== undefined && !found.inForce.broken && sameContent(found.inForce.content, content);
  if (!isSame) await write(work, found, inMailOrder(content));
  return getVariant(work, wanted);
}

/** Every wording saved for this place, the newest first. Refuses `unknown-template`. */
export async function listTemplateVersions(work: Work, wanted: Wanted): Promise<TemplateVersionView[]> {
  const { template, place } = await find(work, wanted);
  const versions = await listVersions(work.tx, place, mostVersions);
  return versions.map(({ number, createdAt, userName, content: stored }) => {
    const { content, isBroken } = readContent(template, stored);
    const kind = content ? 'words' : isBroken ? 'broken' : 'taken-back';
    return { version: number, at: createdAt.toISOString(), by: userName, content: content ? copyOf(content) : null, kind };
  });
}

/**
 * Brings back an earlier version as a new one, or takes the words of this place back altogether. Refuses `unknown-template`, `unknown-version`, words
 * that could no longer be sent, and with 412 where somebody else has saved meanwhile.
 */
export async function restoreVariant(
  work: Work,
  wanted: Wanted,
  version: number | 'original',
  expected: number | undefined,
): Promise<TemplateVariantView> {
  const found = await find(work, wanted);
  mustBeFresh(versionOf(found.inForce), expected);
  const content = version === 'original' ? null : await contentOfVersion(work, found, version);
  const before = found.inForce.own?.content ?? null;
  if (content !== null || before !== null) await write(work, found, content, version);
  return getVariant(work, wanted);
}

async function contentOfVersion({ tx }: Work, { template, place }: Found, number: number): Promise<Content | null> {
  const version = await findVersion(tx, place, number);
  if (!version) throw refuse('unknown-version');
  const { content, isBroken } = readContent(template, version.content);
  if (isBroken) throw refuse('version-unusable');
  return content ?? null;
}

async function write(
  { tx, now, actor, workspace, record }: Work,
  { place, inForce }: Found,
  content: Content | null,
  restored?: number | 'original',
) {
  const before = versionOf(inForce);
  const number = before + 1;
  const user = actor.kind === 'user' ? { userId: actor.userId, userName: actor.name } : { userId: null, userName: null };
  const version = { ...place, id: newId<'mail-template-version'>(now), number, content, createdAt: now, ...user };
  // Of two who save at the same moment the second has not seen what the first wrote.
  await refusing(insertVersion(tx, version), { mail_template_version_number: () => refuseRequest('stale') });
  const { templateKey: template, variant, portalId } = place;
  const which = { template, variant, ...(portalId && { portalId }) };
  record(
    restored === undefined ? 'mail-template.reworded' : 'mail-template.restored',
    { type: 'workspace', id: workspace.id },
    { before: { ...which, version: before }, after: { ...which, version: number, ...(restored !== undefined && { restored }) } },
  );
}

/** Refuses `template-without-link` or `template-faulty`, with every fault at its place. */
export function mustBeSendable(template: Template, content: Content, pointer: string): void {
  const faults = contentFaults(template, content);
  if (faults.length === 0) return;
  const fields = faults.map((fault) => faultRefusal(fault, pointer));
  throw refuse(faults.some(isAboutLink) ? 'template-without-link' : 'template-faulty', { fields });
}

const isAboutLink = ({ fault }: ContentFault): boolean => fault === 'link-missing' || fault === 'link-may-vanish';

const versionOf = ({ own }: InForce): number => own?.number ?? 0;

const sameContent = (one: Content, other: Content): boolean => JSON.stringify(copyOf(one)) === JSON.stringify(copyOf(other));

/** With its blocks in the order of the mail, its entries in one order, and in arrays of its own. */
const copyOf = (content: Content): TemplateVariantView['content'] => ({
  subject: content.subject,
  preheader: content.preheader,
  blocks: inMailOrder(content).blocks.map((block) => {
    switch (block.kind) {
      case 'facts':
        return { kind: block.kind, facts: block.facts.map(({ label, text }) => ({ label, text })) };
      case 'button':
        return { kind: block.kind, label: block.label, to: block.to };
      case 'divider':
        return { kind: block.kind };
      default:
        return { kind: block.kind, text: block.text };
    }
  }),
});

const present = ({ templateKey: key, variant, portalId }: Place, inForce: InForce): TemplateVariantView => ({
  key,
  variant,
  portalId,
  version: versionOf(inForce),
  source: inForce.source,
  content: copyOf(inForce.content),
  original: copyOf(inForce.original),
  broken: inForce.broken,
  changedAt: inForce.own?.createdAt.toISOString() ?? null,
  changedBy: inForce.own?.userName ?? null,
});
