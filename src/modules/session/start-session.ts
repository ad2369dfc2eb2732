import { later } from '../../platform/clock.ts';
import { newId } from '../../platform/id.ts';
import { newSecret } from '../../platform/secret.ts';
import type { Work } from '../../platform/work.ts';
import type { AccountId, AccountKind } from '../account/index.ts';
import { deviceName, type SessionId } from './session.ts';
import { insertSession } from './store.ts';

export type SessionOrder = {
  accountId: AccountId;
  kind: AccountKind;
  generation: number;
  remember: boolean;
  device: string;
  network: string;
};
export type StartedSession = { id: SessionId; secret: string; expiresAt: Date };

/** Starts a session for an account whose proof was checked at `generation`. `undefined`: the account changed in between, nobody gets in. */
export async function startSession({ tx, now, workspace, record }: Work, order: SessionOrder): Promise<StartedSession | undefined> {
  const { sessionRemembered, session: idle } = workspace.lifetimes;
  const session = {
    id: newId<'session'>(now),
    accountId: order.accountId,
    remembered: order.remember,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: later(now, order.remember ? sessionRemembered : idle),
    device: deviceName(order.device),
    network: order.network,
    contactId: null,
    impersonationId: null,
  };
  const secret = newSecret();
  const started = await insertSession(tx, workspace.id, { ...session, generation: order.generation, kind: order.kind }, secret);
  if (!started) return undefined;
  record(
    'session.started',
    { type: 'account', id: order.accountId },
    { after: { sessionId: session.id, remembered: order.remember }, personal: { device: session.device, network: order.network } },
  );
  return { id: session.id, secret, expiresAt: session.expiresAt };
}
