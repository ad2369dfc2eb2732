import { type Phrase, say } from '../../../platform/phrases.ts';
import { useLanguage } from '../../../web/language.ts';
import { eventPhrases, fieldPhrases, subjectPhrases } from './phrases.ts';

const lookUp = (catalogue: Record<string, Phrase>, key: string): Phrase | undefined =>
  Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;

/** Names of events, subjects and fields in words; what is not known yet is shown as it stands in the log. */
export function useEventWords() {
  const language = useLanguage();
  const word = (catalogue: Record<string, Phrase>) => (key: string) => {
    const phrase = lookUp(catalogue, key);
    return phrase ? say(phrase, language) : key;
  };
  return { event: word(eventPhrases), subject: word(subjectPhrases), field: word(fieldPhrases) };
}

export const subjectTypes = Object.keys(subjectPhrases);

export type ChangedField = { field: string; before: unknown; after: unknown };

const record = (value: unknown): Record<string, unknown> =>
  value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Before and after, field by field, of what an event carries; fields that stayed the same are left out. */
export function changedFields(...parts: unknown[]): ChangedField[] {
  return parts.flatMap((part) => {
    const whole = record(part);
    const isPair = 'before' in whole || 'after' in whole;
    const [before, after] = isPair ? [record(whole.before), record(whole.after)] : [{}, whole];
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((field) => ({ field, before: before[field], after: after[field] }));
  });
}
