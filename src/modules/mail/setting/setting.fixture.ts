import type { TestApp } from '../../../app.fixture.ts';
import type { MailCheckView, MailSettingView, MailTestView } from './contract.ts';

export type SettingAnswer = MailSettingView;
export type CheckAnswer = MailCheckView;
export type TestAnswer = MailTestView;
export type ApiProblem = { code?: string; detail?: string; errors?: { pointer: string; code: string; detail: string }[] };

/** Settings for a scripted server on this machine. */
export const plainSmtp = (port: number) => ({ transport: 'smtp', host: '127.0.0.1', port, encryption: 'none' }) as const;

/** As after set-up: the test mailbox, nothing typed by anybody. */
export async function resetSetting({ database, workspace }: TestApp): Promise<void> {
  const { db } = database.owner;
  await db.updateTable('user').set({ administrator: true }).execute();
  for (const table of ['attempt', 'testMail', 'message', 'throttle'] as const) await db.deleteFrom(table).execute();
  await db
    .updateTable('mailSetting')
    .set({
      transport: 'test-mailbox',
      host: null,
      port: null,
      encryption: null,
      userName: null,
      sealedPassword: null,
      senderName: workspace.name,
      senderAddress: 'no-reply@portal.muster-energie.de',
      fromEnvironment: true,
      pausedSince: null,
      pausedUntil: null,
      pauseCause: null,
      pauseAnswer: null,
      replyTo: null,
      bcc: null,
      returnPath: null,
      headerDe: null,
      headerEn: null,
      footerDe: null,
      footerEn: null,
      signatureDe: null,
      signatureEn: null,
      checkedAt: null,
      checkTransport: null,
      checkCause: null,
      sealedCheck: null,
      checkIsCurrent: false,
    })
    .execute();
}
