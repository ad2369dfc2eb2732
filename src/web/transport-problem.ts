import type { Problem } from '../platform/http/contract.ts';
import { definePhrases } from '../platform/phrases.ts';
import { languageStore } from './language.ts';

const phrases = definePhrases({
  unreachable: {
    de: 'Der Server ist gerade nicht erreichbar. Es wurde nichts geändert, die Eingaben bleiben stehen. Bitte die Verbindung prüfen und noch einmal versuchen.',
    en: 'The server cannot be reached at the moment. Nothing was changed and your entries are kept. Please check the connection and try again.',
  },
  unavailable: {
    de: 'Der Server kann gerade nicht antworten. Es wurde nichts geändert, die Eingaben bleiben stehen. Bitte gleich noch einmal versuchen.',
    en: 'The server cannot answer at the moment. Nothing was changed and your entries are kept. Please try again shortly.',
  },
  unexpected: {
    de: 'Das hat wegen eines Fehlers nicht geklappt. Bitte die Seite neu laden und noch einmal versuchen.',
    en: 'This did not work because of an error. Please reload the page and try again.',
  },
});

/** The problem for an answer that never came, or that was not ours. */
export function transportProblem(kind: 'unreachable' | 'unavailable' | 'unexpected', status: number): Problem {
  const detail = phrases(languageStore.get())(kind);
  return { type: 'about:blank', title: detail, status, code: `console.${kind}`, detail };
}
