import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('portal', {
  unknown: { kind: 'missing', de: 'Dieses Portal gibt es nicht.', en: 'There is no such portal.' },
  'reserved-slug': {
    kind: 'invalid',
    de: 'Unter „/{slug}/“ liegt eine Seite des Servers selbst. Bitte eine andere Adresse für das Portal wählen.',
    en: 'A page of the server itself is at “/{slug}/”. Please choose another address for the portal.',
  },
  'reserved-area': {
    kind: 'invalid',
    de: '„{key}“ heißt schon eine Seite des Portals selbst. Bitte einen anderen Schlüssel für den Bereich wählen.',
    en: 'A page of the portal itself is called “{key}”. Please choose another key for the area.',
  },
  'unknown-area': {
    kind: 'invalid',
    de: 'Einen dieser Bereiche gibt es in diesem Portal nicht.',
    en: 'One of these areas does not exist in this portal.',
  },
});
