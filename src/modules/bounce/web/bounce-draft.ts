import type { BodyInputOf, Problem } from '../../../platform/http/contract.ts';
import type { BounceSettingView, bounceContract } from '../contract.ts';

/** The settings as their form holds them. It stands on one page with the mail server's, so its fields have names of their own. */
export type BounceFields = {
  bounceAddress: string;
  bounceReads: boolean;
  bounceHost: string;
  bouncePort: string;
  bounceEncryption: 'none' | 'starttls' | 'tls';
  bounceUserName: string;
  /** Empty: the stored one stays. */
  bouncePassword: string;
  bounceFolder: string;
  bounceAfterReading: 'keep' | 'delete';
  bounceSubAddresses: boolean;
};

export const usualPorts = { none: '143', starttls: '143', tls: '993' } as const;

export const bounceFieldsOf = ({ address, mailbox }: BounceSettingView): BounceFields => ({
  bounceAddress: address ?? '',
  bounceReads: mailbox !== null,
  bounceHost: mailbox?.host ?? '',
  bouncePort: String(mailbox?.port ?? usualPorts.tls),
  bounceEncryption: mailbox?.encryption ?? 'tls',
  bounceUserName: mailbox?.userName ?? '',
  bouncePassword: '',
  bounceFolder: mailbox?.folder ?? 'INBOX',
  bounceAfterReading: mailbox?.afterReading ?? 'keep',
  bounceSubAddresses: mailbox?.subAddresses ?? false,
});

/** A changed encryption brings its usual port along, unless somebody has chosen another one. */
export const portFor = ({ bouncePort, bounceEncryption }: BounceFields, encryption: BounceFields['bounceEncryption']): string =>
  bouncePort === '' || bouncePort === usualPorts[bounceEncryption] ? usualPorts[encryption] : bouncePort;

/** Whether the stored password no longer belongs to what is typed. */
export const needsPasswordAgain = (base: BounceFields, now: BounceFields): boolean =>
  base.bounceReads &&
  (['bounceHost', 'bouncePort', 'bounceEncryption', 'bounceUserName'] as const).some((name) => base[name] !== now[name]);

type Body = BodyInputOf<typeof bounceContract.changeBounceSettings>;

export const mailboxOf = (values: BounceFields): NonNullable<Body['mailbox']> => ({
  host: values.bounceHost,
  // What is no number is sent as one that cannot be, so that the sentence about it comes from where all others come from.
  port: /^\d{1,9}$/.test(values.bouncePort.trim()) ? Number(values.bouncePort) : 0,
  encryption: values.bounceEncryption,
  userName: values.bounceUserName,
  ...(values.bouncePassword !== '' && { password: values.bouncePassword }),
  folder: values.bounceFolder,
  afterReading: values.bounceAfterReading,
  subAddresses: values.bounceSubAddresses,
});

export const settingOf = (values: BounceFields): Body => ({
  address: values.bounceAddress,
  mailbox: values.bounceReads ? mailboxOf(values) : null,
});

/** `/mailbox/host` speaks of the field `bounceHost`. */
export const ownPointers = (problem: Problem): Problem => ({
  ...problem,
  ...(problem.errors && {
    errors: problem.errors.map((error) => ({
      ...error,
      pointer: error.pointer.replace(/([a-z])([A-Za-z]*)$/, (_, first: string, rest: string) => `bounce${first.toUpperCase()}${rest}`),
    })),
  }),
});
