import type { BodyInputOf } from '../../../platform/http/contract.ts';
import type { MailCheckView, MailTestView, mailContract } from '../contract.ts';
import type { MailSetting } from './mail-setting.ts';

/** The settings as their form holds them. */
export type SettingFields = {
  transport: MailSetting['transport'];
  host: string;
  port: string;
  encryption: 'none' | 'starttls' | 'tls';
  userName: string;
  /** Empty: the stored one stays. */
  password: string;
  senderName: string;
  senderAddress: string;
  replyTo: string;
  bcc: string;
  headerDe: string;
  headerEn: string;
  footerDe: string;
  footerEn: string;
  signatureDe: string;
  signatureEn: string;
};

export const usualPorts = { none: '25', starttls: '587', tls: '465' } as const;

export const letterFields = ['headerDe', 'headerEn', 'footerDe', 'footerEn', 'signatureDe', 'signatureEn'] as const;

export const settingFieldsOf = (setting: MailSetting): SettingFields => ({
  transport: setting.transport,
  host: setting.host ?? '',
  port: String(setting.port ?? usualPorts[setting.encryption ?? 'starttls']),
  encryption: setting.encryption ?? 'starttls',
  userName: setting.userName ?? '',
  password: '',
  senderName: setting.senderName,
  senderAddress: setting.senderAddress,
  replyTo: setting.replyTo ?? '',
  bcc: setting.bcc ?? '',
  headerDe: setting.headerDe ?? '',
  headerEn: setting.headerEn ?? '',
  footerDe: setting.footerDe ?? '',
  footerEn: setting.footerEn ?? '',
  signatureDe: setting.signatureDe ?? '',
  signatureEn: setting.signatureEn ?? '',
});

/** A changed encryption brings its usual port along, unless somebody has chosen another one. */
export const withEncryption = (
  values: SettingFields,
  encryption: SettingFields['encryption'],
): Pick<SettingFields, 'encryption' | 'port'> => ({
  encryption,
  port: values.port === '' || values.port === usualPorts[values.encryption] ? usualPorts[encryption] : values.port,
});

/** Whether the stored password still belongs to what is typed. */
export const needsPasswordAgain = (base: SettingFields, now: SettingFields): boolean =>
  now.userName.trim() !== '' && (['host', 'port', 'encryption', 'userName'] as const).some((name) => base[name] !== now[name]);

/** What is sent to be saved or tried. The fields of a mail server go along only where mail leaves by one. */
export function settingBodyOf(values: SettingFields): BodyInputOf<typeof mailContract.changeMailSettings> {
  const { transport, host, port, encryption, userName, password, senderName, senderAddress, replyTo, bcc } = values;
  const server = {
    host,
    // What is no number is sent as one that cannot be, so that the sentence about it comes from where all others come from.
    port: port.trim() === '' ? null : /^\d{1,9}$/.test(port.trim()) ? Number(port) : 0,
    encryption,
    userName,
    ...(password !== '' && { password }),
  };
  const letter = Object.fromEntries(letterFields.map((name) => [name, values[name]])) as Pick<SettingFields, (typeof letterFields)[number]>;
  return { transport, ...(transport === 'smtp' && server), senderName, senderAddress, replyTo, bcc, ...letter };
}

/** What a check or a test mail found, and what had been typed then. */
export type TrialResult = { kind: 'check'; found: MailCheckView; of: string } | { kind: 'test'; found: MailTestView; of: string };

/** What a result is about: of a check the way and the sender address, of a test mail everything that stands in it. */
export function subjectOf(kind: TrialResult['kind'], values: SettingFields): string {
  const body = settingBodyOf(values);
  if (kind === 'test') return JSON.stringify(body);
  const { transport, host, port, encryption, userName, password, senderAddress } = body;
  return JSON.stringify([transport, host, port, encryption, userName, password, senderAddress]);
}

/** The check that a result stands for; a test mail that one recipient would not get says nothing about the settings. */
function checkIn({ kind, found }: TrialResult): MailCheckView | undefined {
  if (kind === 'check' || found.accepted) return found;
  const isAboutOneMail = ['recipient-refused', 'content-refused', 'server-deferred', 'interrupted', 'connection-lost'].includes(
    found.result,
  );
  return isAboutOneMail ? undefined : found;
}

/**
 * What has to happen before settings are saved: nothing where the way of sending stays as it is, or where nothing leaves; a check where what is typed has
 * not been tried; a question where it is known not to work.
 */
export function beforeSaving(
  base: SettingFields,
  now: SettingFields,
  result: TrialResult | undefined,
): 'nothing' | 'check' | MailCheckView {
  if (now.transport === 'none' || now.transport === 'test-mailbox') return 'nothing';
  if (subjectOf('check', base) === subjectOf('check', now)) return 'nothing';
  const known = result && result.of === subjectOf(result.kind, now) ? checkIn(result) : undefined;
  if (!known) return 'check';
  return known.result === 'ok' ? 'nothing' : known;
}
