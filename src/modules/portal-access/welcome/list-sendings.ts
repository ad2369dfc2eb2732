import type { ResponseOf } from '../../../platform/http/contract.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { type AccessId, findAccessById, refuseAccess } from '../../access/index.ts';
import { findNewestLink } from '../../link/index.ts';
import { readMessages, type TemplateKey } from '../../mail/index.ts';
import { listUserNames } from '../store.ts';
import type { SendingView, welcomeContract } from './contract.ts';
import { welcomeSentences } from './phrases.ts';
import { nextMailAt } from './policy.ts';
import { invitationPurposes } from './resend.ts';
import { type Asker, listAskers, listSentMails } from './sendings-store.ts';

type UserId = Parameters<typeof listUserNames>[2][number];

const most = 50;

/** Every welcome, activation and reset mail of an access: when, to which address, who asked for it, and what became of it (B075). */
export async function listSendings(
  work: Work,
  accessId: AccessId,
  variant: Variant,
): Promise<ResponseOf<typeof welcomeContract.listSendings>> {
  const { tx, now, workspace } = work;
  const access = await findAccessById(tx, workspace.id, accessId);
  if (!access) throw refuseAccess('unknown');
  const sent = await listSentMails(tx, workspace.id, { accountId: access.accountId, portalId: access.portalId, limit: most });
  const read = sent.length ? await readMessages(work, { ids: sent.map(({ id }) => id) }, variant) : [];
  const askers = new Map(
    (await listAskers(tx, workspace.id, { accountId: access.accountId, accessId })).map((asker) => [asker.key, asker]),
  );
  const users = [...askers.values()].flatMap(({ actorKind, actorId }) => (actorKind === 'user' && actorId ? [actorId as UserId] : []));
  const names = await listUserNames(tx, workspace.id, [...new Set(users)]);

  const purposes = access.registeredAt ? (['set-password'] as const) : invitationPurposes;
  const nextAt = nextMailAt(await findNewestLink(tx, workspace.id, access.accountId, purposes), access, workspace, now);
  return {
    items: read.map(({ message, view }) => ({
      ...view,
      kind: kindOf(message.templateKey),
      by: byOf(askers.get(message.id) ?? askers.get(message.linkId ?? ''), names, variant),
    })),
    nextAt: nextAt?.toISOString() ?? null,
    waitSeconds: nextAt ? Math.ceil((nextAt.getTime() - now.getTime()) / 1000) : 0,
    pauseSeconds: Math.ceil(workspace.lifetimes.resendCooldown / 1000),
  };
}

function kindOf(template: TemplateKey): SendingView['kind'] {
  if (template === 'activation') return 'activation';
  if (template === 'invitation_reminder') return 'reminder';
  if (template === 'reset_password' || template === 'admin_reset') return 'reset';
  return template === 'email_change_confirm' ? 'address' : 'welcome';
}

function byOf(asker: Asker | undefined, names: ReadonlyMap<string, string>, variant: Variant): SendingView['by'] {
  const say = welcomeSentences(variant);
  if (asker?.actorKind === 'user') return { kind: 'user', name: names.get(asker.actorId ?? '') ?? '–' };
  // Whoever had a link renewed held the link before: the person, as far as anybody can tell.
  if (asker?.actorKind === 'person') return { kind: 'person', name: say('byOneself') };
  if (asker?.actorKind === 'anonymous') return { kind: 'anonymous', name: say('byNobody') };
  return { kind: 'system', name: say('bySystem') };
}
