import { isAddress, parseAddress } from '../../../platform/address.ts';
import type { Tx } from '../../../platform/work.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import type { MailImpossibility, TemplateKey, UsableTransportKind } from '../mail.ts';
import { findTransport, type Transport } from '../setting/setting-store.ts';
import { listInactiveTemplates } from '../template/template-store.ts';

/** A transport that takes mails, even if it is paused at the moment. */
export type UsableTransport = Transport & { transport: UsableTransportKind };

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
