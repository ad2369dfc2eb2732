import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { type AccessId, findAccessById, refuseAccess } from '../../access/index.ts';
import { readMessages } from '../../mail/index.ts';
import type { TimelineItem } from './contract.ts';
import { listEventsAbout, listMailIds } from './timeline-store.ts';

const most = 50;

/** What happened to an access, its login and the mails to it, the newest first. Refuses: unknown. */
export async function readTimeline(work: Work, accessId: AccessId, variant: Variant): Promise<TimelineItem[]> {
  const { tx, workspace } = work;
  const access = await findAccessById(tx, workspace.id, accessId);
  if (!access) throw refuseAccess('unknown');
  const { accountId } = access;
  const events = await listEventsAbout(tx, workspace.id, { accessId, accountId }, most);
  const ids = await listMailIds(tx, workspace.id, accountId, most);
  const mails = ids.length ? await readMessages(work, { ids }, variant) : [];
  const items: TimelineItem[] = [
    ...events.map(({ at, name, actorKind, actorName }) => ({
      at: at.toISOString(),
      kind: 'event' as const,
      name,
      actor: { kind: actorKind, name: actorName },
      mail: null,
    })),
    ...mails.map(({ view }) => ({
      at: view.queuedAt,
      kind: 'mail' as const,
      name: view.templateLabel,
      actor: null,
      mail: { id: view.id, state: view.state, recipientAddress: view.recipientAddress },
    })),
  ];
  return items.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)).slice(0, most);
}
