import { useMemo } from 'react';
import type { Language, PhraseValues, Variant } from '../platform/phrases.ts';
import { remember, remembered } from './memory.ts';
import { createStore, useStore } from './store.ts';

const key = 'pforte.language';

function preferred(): Language {
  const chosen = remembered(key);
  if (chosen === 'de' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** The language on screen: the browser's until somebody is signed in, then that person's own. */
export const languageStore = createStore<Language>(preferred());

export function setLanguage(language: Language): void {
  languageStore.set(language);
  remember(key, language);
  document.documentElement.lang = language;
}

export const useLanguage = (): Language => useStore(languageStore);

/** Says the phrases of one catalogue in the language on screen. */
export type Translate<Key extends string> = (key: Key, values?: PhraseValues) => string;

export function usePhrases<Key extends string>(catalogue: (variant: Variant) => Translate<Key>): Translate<Key> {
  const language = useLanguage();
  return useMemo(() => catalogue(language), [catalogue, language]);
}
