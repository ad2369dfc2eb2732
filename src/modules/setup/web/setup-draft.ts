import type { BodyInputOf, Problem } from '../../../platform/http/contract.ts';
import { fieldOf } from '../../../web/ui/use-draft.ts';
import type { setupContract } from '../contract.ts';

export type SetupFields = Omit<BodyInputOf<typeof setupContract.setUp>, 'secret'>;

export const setupSteps = ['company', 'administrator', 'summary'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** The phrase that names a step. */
export const stepPhrases = { company: 'stepCompany', administrator: 'stepAdministrator', summary: 'stepSummary' } as const;

const fieldsOf: Record<SetupStep, readonly (keyof SetupFields)[]> = {
  company: ['workspace', 'language', 'addressForm', 'timeZone'],
  administrator: ['name', 'email', 'password'],
  summary: [],
};

/** What must not be empty before the next step. */
export const missingIn = (step: SetupStep, values: SetupFields): (keyof SetupFields)[] =>
  fieldsOf[step].filter((name) => String(values[name]).trim() === '');

/** The step that can be shown: the wished-for one, or the first before it that still lacks something, because a password is never remembered. */
export function reachable(wish: SetupStep, values: SetupFields): SetupStep {
  const before = setupSteps.slice(0, setupSteps.indexOf(wish));
  return before.find((step) => missingIn(step, values).length > 0) ?? wish;
}

/** Everything up to and with a step, for the server to judge: a password is judged against the names typed before it. */
export function typedUpTo(step: SetupStep, values: SetupFields): Partial<SetupFields> {
  const names = setupSteps.slice(0, setupSteps.indexOf(step) + 1).flatMap((one) => fieldsOf[one]);
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/** The first step that holds a field the server refused, so that its sentence is seen. */
export function stepOfProblem(problem: Problem): SetupStep | undefined {
  const refused = (problem.errors ?? []).map(({ pointer }) => fieldOf(pointer));
  return setupSteps.find((step) => fieldsOf[step].some((name) => refused.includes(name)));
}

export const newSetup = (language: 'de' | 'en'): SetupFields => ({
  workspace: '',
  language,
  addressForm: 'sie',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Berlin',
  name: '',
  email: '',
  password: '',
});

/** What may outlive the page in its tab: everything but the password. */
export function writeSetup({ password: _, ...fields }: SetupFields): string {
  return JSON.stringify(fields);
}

/** What was typed before the page was left, laid over `fresh`. Anything unexpected is as good as nothing. */
export function readSetup(text: string | null, fresh: SetupFields): SetupFields {
  const kept = parsed(text);
  const textOf = (name: 'workspace' | 'timeZone' | 'name' | 'email') => (typeof kept[name] === 'string' ? kept[name] : fresh[name]);
  return {
    workspace: textOf('workspace'),
    language: kept.language === 'de' || kept.language === 'en' ? kept.language : fresh.language,
    addressForm: kept.addressForm === 'sie' || kept.addressForm === 'du' ? kept.addressForm : fresh.addressForm,
    timeZone: textOf('timeZone'),
    name: textOf('name'),
    email: textOf('email'),
    password: '',
  };
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
