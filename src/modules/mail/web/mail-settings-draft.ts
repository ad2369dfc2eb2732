import type { BodyInputOf } from '../../../platform/http/contract.ts';
import type { mailContract } from '../contract.ts';
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
