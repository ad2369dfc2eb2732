import type { Log } from '../../../platform/log.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Tx } from '../../../platform/work.ts';
import { contentFaults } from './content-faults.ts';
import { TemplateContent } from './contract.ts';
import type { Content, Template } from './template.ts';
import { listNewestVersions, type Place, type TemplateVersion } from './version-store.ts';

/** Whose words count in one place, and what would count without them. */
export type InForce = {
  content: Content;
  source: 'original' | 'workspace' | 'portal';
  /** What counts once the words of exactly this place are taken back. */
  original: Content;
  /** The newest version of exactly this place, whatever it holds. */
  own: TemplateVersion | undefined;
  broken: boolean;
};

export type Words = { content: Content; isBroken: false } | { content: undefined; isBroken: boolean };

/** The stored JSON as a content, checked as if it had just been sent: what is in the database may have been written by hand. */
export function readContent(template: Template, stored: unknown): Words {
  if (stored === null || stored === undefined) return { content: undefined, isBroken: false };
  const read = TemplateContent.safeParse(stored);
  if (!read.success || contentFaults(template, read.data).length > 0) return { content: undefined, isBroken: true };
  return { content: read.data, isBroken: false };
}

/** The portal's own words before those of the workspace before the original. What cannot be used is passed over, never a reason to lose a mail. */
export async function contentInForce(
  tx: Tx,
  template: Template,
  { workspaceId, variant, portalId }: { workspaceId: Place['workspaceId']; variant: Variant; portalId: Place['portalId'] },
): Promise<InForce> {
  const newest = await listNewestVersions(tx, { workspaceId, templateKey: template.key, variant, portalId });
  const ofWorkspace = newest.find((version) => version.portalId === null);
  const ofPortal = portalId === null ? undefined : newest.find((version) => version.portalId !== null);
  const [all, own] = [ofWorkspace, ofPortal].map((version) => readContent(template, version?.content));
  const shared = all?.content ?? template.content[variant];
  if (portalId === null) {
    return {
      content: shared,
      source: all?.content ? 'workspace' : 'original',
      original: template.content[variant],
      own: ofWorkspace,
      broken: all?.isBroken ?? false,
    };
  }
  return {
    content: own?.content ?? shared,
    source: own?.content ? 'portal' : all?.content ? 'workspace' : 'original',
    original: shared,
    own: ofPortal,
    broken: Boolean(own?.isBroken || (!own?.content && all?.isBroken)),
  };
}

/** What a mail says that leaves now. Stored words that cannot be used are told to whoever runs the server. */
export async function contentToSend(
  tx: Tx,
  log: Log,
  template: Template,
  place: { workspaceId: Place['workspaceId']; variant: Variant; portalId: Place['portalId'] },
): Promise<Content> {
  const { content, broken } = await contentInForce(tx, template, place);
  if (broken) {
    const { workspaceId, variant, portalId } = place;
    log.error(
      { workspaceId, template: template.key, variant, portalId },
      'the stored words of a mail template cannot be used; other words were sent',
    );
  }
  return content;
}
