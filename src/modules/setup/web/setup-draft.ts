import type { BodyInputOf, Problem } from '../../../platform/http/contract.ts';
import { fieldOf } from '../../../web/ui/use-draft.ts';
import type { setupContract } from '../contract.ts';

export type SetupFields = Omit<BodyInputOf<typeof setupContract.setUp>, 'secret'>;

export const setupSteps = ['stepCompany', 'stepAdministrator', 'stepSummary'] as const;
export type SetupStep = (typeof setupSteps)[number];

const fieldsOf: Record<SetupStep, readonly (keyof SetupFields)[]> = {
  stepCompany: ['workspace', 'language', 'addressForm', 'timeZone'],
  stepAdministrator: ['name', 'email', 'password'],
  stepSummary: [],
};

/** What must not be empty before the next step; everything else the server judges at the end. */
export const missingIn = (step: SetupStep, values: SetupFields): (keyof SetupFields)[] =>
  fieldsOf[step].filter((name) => String(values[name]).trim() === '');

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
