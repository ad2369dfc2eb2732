import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('reminder', {
  'hours-reversed': {
    kind: 'invalid',
    de: 'Das Ende liegt nicht nach dem Anfang. Bitte eine spätere Uhrzeit wählen.',
    en: 'The end is not after the beginning. Please choose a later time.',
  },
});
