import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('mail-domain', {
  'no-settings': {
    kind: 'conflict',
    de: 'Für diese Instanz ist noch kein Versandweg eingerichtet.',
    en: 'No way of sending is set up for this workspace yet.',
  },
  'spf-part-invalid': {
    kind: 'invalid',
    de: 'Damit lässt sich kein Mailserver erkennen: {word}. Möglich sind ein Servername (mail.firma.de), eine IP-Adresse oder die Angabe des Anbieters (include:spf.anbieter.de), höchstens zehn.',
    en: 'No mail server can be told from this: {word}. Possible are a server name (mail.company.com), an IP address, or what the provider names (include:spf.provider.com), ten at most.',
  },
  'no-real-domain': {
    kind: 'conflict',
    de: 'Die Absenderadresse gehört zu keiner echten Domain. Zuerst eine Adresse der eigenen Domain einstellen.',
    en: 'The sender address does not belong to a real domain. First set an address of your own domain.',
  },
});
