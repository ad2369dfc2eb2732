import type { BodyInputOf } from '../../../platform/http/contract.ts';
import type { WorkspaceView, workspaceContract } from '../contract.ts';

type Lifetimes = WorkspaceView['lifetimes'];

/** The form's values; the lifetimes lie flat beside the rest, so that a refused one is found by its name. */
export type WorkspaceFields = {
  name: string;
  language: 'de' | 'en';
  addressForm: 'sie' | 'du';
  timeZone: string;
  passwordMinimumLength: string;
} & Lifetimes;

/** The lifetimes that already matter to somebody, in the order of the form. */
export const lifetimeNames = [
  'setPassword',
  'reset',
  'session',
  'sessionRemembered',
  'resendCooldown',
] as const satisfies (keyof Lifetimes)[];

export const workspaceFieldsOf = ({
  name,
  language,
  addressForm,
  timeZone,
  passwordMinimumLength,
  lifetimes,
}: WorkspaceView): WorkspaceFields => ({
  name,
  language,
  addressForm,
  timeZone,
  passwordMinimumLength: String(passwordMinimumLength),
  ...lifetimes,
});

/** Only what was changed. */
export function workspaceChangeOf(base: WorkspaceFields, now: WorkspaceFields): BodyInputOf<typeof workspaceContract.changeWorkspace> {
  const changed = lifetimeNames.filter((name) => base[name] !== now[name]).map((name) => [name, now[name]]);
  return {
    ...(base.name !== now.name && { name: now.name }),
    ...(base.language !== now.language && { language: now.language }),
    ...(base.addressForm !== now.addressForm && { addressForm: now.addressForm }),
    ...(base.timeZone !== now.timeZone && { timeZone: now.timeZone }),
    ...(base.passwordMinimumLength !== now.passwordMinimumLength && { passwordMinimumLength: Number(now.passwordMinimumLength) }),
    ...(changed.length > 0 && { lifetimes: Object.fromEntries(changed) as Partial<Lifetimes> }),
  };
}
