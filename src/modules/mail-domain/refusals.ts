import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('mail-domain', {
  'no-settings': {
    kind: 'conflict',
    de: 'Für diese Instanz ist noch kein Versandweg eingerichtet.',
    en: 'No way of sending is set up for this workspace yet.',
  },
  'no-real-domain': {
    kind: 'conflict',
    de: 'Die Absender-Adresse gehört zu keiner echten Domain. Zuerst eine Adresse der eigenen Domain einstellen.',
    en: 'The sender address does not belong to a real domain. First set an address of your own domain.',
  },
});
