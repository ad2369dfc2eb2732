import type { Work } from '../../../platform/work.ts';
import { type Limit, takeTry } from '../../throttle/index.ts';
import { refuse } from '../refusals.ts';
import type { SettingKeys } from './change-setting.ts';
import { type Choice, choose, type Typed } from './choice.ts';
import type { Finding, Subject } from './examine.ts';
import { findMailSetting, lockMailSetting, resumeTransport, type StoredSetting, saveCheck } from './setting-store.ts';
import { asStored, sealSubject, subjectOf, wasChecked } from './subject.ts';

/** A button that makes this server talk to others is not pressed without end. */
export const checkLimit: Limit = {
  name: 'mail-check',
  plans: { account: { freeTries: 15, firstPauseSeconds: 5, longestPauseSeconds: 300, drainSeconds: 20 } },
};

/** What is about to be tried. */
export type Trial = { choice: Choice; subject: Subject; stored: StoredSetting };

/**
 * Reads what is to be tried and counts the try; the trying itself comes after this transaction. The stored password is only used for the server
 * that it was stored for. Refuses `settings-invalid`, `nothing-to-check` and `throttle.slow-down`.
 */
export async function planTrial(
  work: Work,
  typed: Typed,
  { network, limit, ...keys }: SettingKeys & { network: string; limit: Limit },
): Promise<Trial> {
  const { tx, workspace, actor } = work;
  const stored = await findMailSetting(tx, workspace.id);
  if (!stored) throw refuse('no-settings');
  const choice = choose(stored, typed);
  if (choice.transport === 'none') throw refuse('nothing-to-check');
  const subject = subjectOf(choice, stored, { ...keys, workspaceId: workspace.id });
  await takeTry(work, limit, { account: `${limit.name}:${actor.kind === 'user' ? actor.userId : actor.kind}`, network });
  return { choice, subject, stored };
}

/**
 * Keeps what the check found, for everybody who looks at the settings later. What is stored and was found to work is not paused any longer; of Sendmail
 * only a mail that was taken shows that (`isByMail`).
 */
export async function recordCheck(
  { tx, now, workspace, record }: Work,
  { subject }: Trial,
  { finding, isByMail = false, ...keys }: SettingKeys & { finding: Finding; isByMail?: boolean },
) {
  const stored = await lockMailSetting(tx, workspace.id);
  if (!stored) throw refuse('no-settings');
  const all = { ...keys, workspaceId: workspace.id };
  const sealedCheck = sealSubject(subject, all);
  const { cause, tls, code, enhancedCode, answer } = finding;
  const [host, port] = [subject.target?.host ?? null, subject.target?.port ?? null];
  const checkIsCurrent = isWhatIsStored(stored, sealedCheck, all);
  await saveCheck(tx, workspace.id, {
    checkedAt: now,
    checkTransport: subject.transport,
    checkHost: host,
    checkPort: port,
    checkCause: cause,
    checkTls: tls,
    checkCode: code,
    checkEnhancedCode: enhancedCode,
    checkAnswer: answer,
    sealedCheck,
    checkIsCurrent,
  });
  if (checkIsCurrent && !cause && (isByMail || subject.transport !== 'sendmail')) await resumeTransport(tx, workspace.id, stored.version);
  record(
    'mail-setting.checked',
    { type: 'workspace', id: workspace.id },
    { after: { transport: subject.transport, host, port, outcome: cause ?? 'ok' } },
  );
}

function isWhatIsStored(stored: StoredSetting, sealedCheck: Buffer, keys: SettingKeys & { workspaceId: Work['workspace']['id'] }): boolean {
  try {
    return wasChecked(subjectOf(asStored(stored), stored, keys), sealedCheck, keys);
  } catch {
    return false;
  }
}
