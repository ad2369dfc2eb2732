import { type Phrase, say } from '../../../platform/phrases.ts';
import { useLanguage } from '../../../web/language.ts';
import { eventPhrases, fieldPhrases, subjectPhrases, valuePhrases } from './phrases.ts';

const lookUp = (catalogue: Record<string, Phrase>, key: string): Phrase | undefined =>
  Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;

/** Names of events, subjects and fields in words; what is not known yet is shown as it stands in the log. */
export function useEventWords() {
  const language = useLanguage();
  const word = (catalogue: Record<string, Phrase>) => (key: string) => {
    const phrase = lookUp(catalogue, key);
    return phrase ? say(phrase, language) : key;
  };
  return { event: word(eventPhrases), subject: word(subjectPhrases), field: word(fieldPhrases), value: word(valuePhrases) };
}

export const subjectTypes = Object.keys(subjectPhrases);

export type ChangedField = { field: string; before: unknown; after: unknown };

const record = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Told although it stayed the same, because the rest means nothing without it. */
const always = ['template'];

/** Of use to programs only. */
const hidden = ['linkId', 'oldLinkId', 'sessionId', 'generation', 'origin'];

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other) || (isEmpty(one) && isEmpty(other));

/** Before and after, field by field, of what an event carries; fields that stayed the same are left out. */
export function changedFields(...parts: unknown[]): ChangedField[] {
  return parts.flatMap((part) => {
    const whole = record(part);
    const isPair = 'before' in whole || 'after' in whole;
    const [before, after] = isPair ? [record(whole.before), record(whole.after)] : [{}, whole];
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !hidden.includes(name));
    return names.flatMap((field) => {
      if (always.includes(field)) return { field, before: undefined, after: after[field] ?? before[field] };
      return isSame(before[field], after[field]) ? [] : { field, before: before[field], after: after[field] };
    });
  });
}
