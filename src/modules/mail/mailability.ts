import { isAddress, parseAddress } from '../../platform/address.ts';
import type { Tx } from '../../platform/work.ts';
import type { WorkspaceId } from '../workspace/index.ts';
import type { MailImpossibility, TemplateKey } from './mail.ts';
import { findTransport, listInactiveTemplates, type Transport } from './store.ts';

/** A transport that takes mails, even if it is paused at the moment. */
export type UsableTransport = Transport & { transport: 'smtp' | 'test-mailbox' };

/** Whether a mail of a template can be sent at all, and how; `paused` says that it would wait. */
export type Mailability =
  | { possible: true; transport: 'smtp' | 'test-mailbox'; paused: boolean }
  | { possible: false; reason: MailImpossibility };

type Verdict = { setting: UsableTransport; address: string | undefined } | { reason: MailImpossibility };

/**
 * The one function that decides whether a mail may be sent (B003, B017, B025). `address` is left out where no person is meant yet;
 * `null` is a person without one.
 */
export async function judgeMail(tx: Tx, workspaceId: WorkspaceId, template: TemplateKey, address?: string | null): Promise<Verdict> {
  const inactive = await listInactiveTemplates(tx, workspaceId);
  if (inactive.has(template)) return { reason: 'template-inactive' };
  const setting = await findTransport(tx, workspaceId);
  if (!setting || !isUsable(setting)) return { reason: 'no-transport' };
  if (address === undefined) return { setting, address };
  if (address === null || address === '') return { reason: 'no-address' };
  const parsed = parseAddress(address);
  return isAddress(parsed) ? { setting, address: parsed.address } : { reason: 'invalid-address' };
}

const isUsable = (setting: Transport): setting is UsableTransport => setting.transport !== 'none';

/** For forms that offer to send something (B003, B010, B025). */
export async function describeMailability(tx: Tx, workspaceId: WorkspaceId, template: TemplateKey): Promise<Mailability> {
  const verdict = await judgeMail(tx, workspaceId, template);
  if ('reason' in verdict) return { possible: false, reason: verdict.reason };
  return { possible: true, transport: verdict.setting.transport, paused: verdict.setting.pausedSince !== null };
}

/** The first reason why a mail of this template could not be sent to this address, `undefined` where it could. */
export async function findImpossibility(
  tx: Tx,
  workspaceId: WorkspaceId,
  template: TemplateKey,
  address?: string | null,
): Promise<MailImpossibility | undefined> {
  const verdict = await judgeMail(tx, workspaceId, template, address);
  return 'reason' in verdict ? verdict.reason : undefined;
}
