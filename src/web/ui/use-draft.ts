import { type ChangeEvent, useEffect, useState } from 'react';
import type { Problem } from '../../platform/http/contract.ts';

type Fields = Record<string, unknown>;
type State<F extends Fields> = { base: F; now: F; version: number | undefined };
type NamesOf<F extends Fields, Value> = { [Name in keyof F]: F[Name] extends Value ? Name : never }[keyof F] & string;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const fieldId = (name: string): string => `field-${name}`;

/** The field an RFC 6901 pointer means: `/phones/0` is `phones`, `/portalAccess/password` is `password`. */
export const fieldOf = (pointer: string): string =>
  pointer
    .split('/')
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .at(-1) ?? '';

/** Field by field: what was changed here stays, everything else takes the fresh value. */
export function mergeFields<F extends Fields>(base: F, now: F, fresh: F): F {
  const kept = Object.entries(now).filter(([name, value]) => !same(value, base[name]));
  return { ...fresh, ...Object.fromEntries(kept) } as F;
}

/** Whether a record that was read says more than the draft knows. What was read before a save comes late: taking it would show the fields as they were. */
export const isNewer = (read: number | undefined, known: number | undefined): boolean =>
  read !== undefined && (known === undefined || read > known);

const withoutField = (problem: Problem | undefined, name: string): Problem | undefined => {
  if (!problem?.errors) return problem;
  const errors = problem.errors.filter((error) => fieldOf(error.pointer) !== name);
  return errors.length > 0 ? { ...problem, errors } : undefined;
};

/**
 * What is being typed: the values as they were read, as they are now, and what the server said about them.
 * A record that is read again replaces the values only where it is newer, and while nothing has been typed.
 */
export function useDraft<F extends Fields>(read: F, version?: number) {
  const [{ base, now, version: baseVersion }, setState] = useState<State<F>>({ base: read, now: read, version });
  const [problem, setProblem] = useState<Problem>();
  const isDirty = !same(base, now);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new version of the record counts, `read` is a new object at each render
  useEffect(() => {
    if (isNewer(version, baseVersion) && !isDirty) setState({ base: read, now: read, version });
  }, [version, isDirty]);

  const set = <Name extends keyof F & string>(name: Name, value: F[Name]): void => {
    setState((state) => ({ ...state, now: { ...state.now, [name]: value } }));
    setProblem((problem) => withoutField(problem, name));
  };
  const errorOf = (name: string): string | undefined => problem?.errors?.find((error) => fieldOf(error.pointer) === name)?.detail;

  return {
    values: now,
    base,
    version: baseVersion,
    isDirty,
    problem,
    set,
    errorOf,
    fail: setProblem,
    changed: (name: keyof F & string): boolean => !same(base[name], now[name]),
    /** Takes what was stored as the new ground. */
    accept: (fields: F, version?: number): void => {
      setProblem(undefined);
      setState({ base: fields, now: fields, version });
    },
    /** Takes what somebody else stored as the new ground and keeps what was typed. */
    merge: (fields: F, version?: number): void =>
      setState((state) => ({ base: fields, now: mergeFields(state.base, state.now, fields), version })),
    discard: (): void => {
      setProblem(undefined);
      setState((state) => ({ ...state, now: state.base }));
    },
    /** Properties of a text input. */
    text: (name: NamesOf<F, string>) => ({
      id: fieldId(name),
      value: now[name] as string,
      error: errorOf(name),
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => set(name, event.currentTarget.value as F[typeof name]),
    }),
    /** Properties of an input that hands over its value itself. */
    choice: <Name extends keyof F & string>(name: Name) => ({
      id: fieldId(name),
      value: now[name],
      error: errorOf(name),
      onChange: (value: F[Name]) => set(name, value),
    }),
  };
}

export type DraftOf<F extends Fields> = ReturnType<typeof useDraft<F>>;
