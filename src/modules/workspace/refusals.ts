import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('workspace', {
  'unknown-time-zone': {
    kind: 'invalid',
    de: 'Diese Zeitzone gibt es nicht. Beispiel: Europe/Berlin.',
    en: 'There is no such time zone. Example: Europe/Berlin.',
  },
  'slug-taken': {
    kind: 'conflict',
    de: 'Eine Instanz mit diesem Namen gibt es schon. Bitte einen anderen Namen wählen.',
    en: 'There is a workspace of this name already. Please choose another name.',
  },
});
