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
  const value = word(valuePhrases);
  return {
    event: word(eventPhrases),
    subject: word(subjectPhrases),
    field: word(fieldPhrases),
    /** A word of the API; where it means something of its own in its field, that. */
    value: (text: string, field = '') => value(lookUp(valuePhrases, `${field}.${text}`) ? `${field}.${text}` : text),
  };
}

export const subjectTypes = Object.keys(subjectPhrases);

export type ChangedField = { field: string; before: unknown; after: unknown };

const record = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Told although it stayed the same, because the rest means nothing without it. */
const always = ['template'];

/** Of use to programs only. */
const hidden = ['id', 'version', 'linkId', 'oldLinkId', 'sessionId', 'impersonationId', 'accountId', 'generation', 'origin'];

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other) || (isEmpty(one) && isEmpty(other));

/** Before and after, field by field, of what an event carries; fields that stayed the same are left out. */
export function changedFields(...parts: unknown[]): ChangedField[] {
  return parts.flatMap((part) => {
    const whole = record(part);
    const isPair = 'before' in whole || 'after' in whole;
    const [before, after] = isPair ? [record(whole.before), record(whole.after)] : [{}, whole];
    return fieldsBetween(before, after, '');
  });
}

function fieldsBetween(before: Record<string, unknown>, after: Record<string, unknown>, above: string): ChangedField[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !hidden.includes(name));
  return names.flatMap((name) => {
    const [was, is, field] = [before[name], after[name], `${above}${name}`];
    if (always.includes(name)) return { field, before: undefined, after: is ?? was };
    if (isSame(was, is)) return [];
    return isGroup(was) || isGroup(is) ? fieldsBetween(record(was), record(is), `${field}.`) : { field, before: was, after: is };
  });
}

/** Values that belong together, like the lifetimes of links: told one by one. */
const isGroup = (value: unknown): boolean => Object.keys(record(value)).length > 0;
