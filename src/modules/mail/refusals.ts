import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('mail', {
  'unknown-template': { kind: 'missing', de: 'Dieses E-Mail Template gibt es nicht.', en: 'There is no such e-mail template.' },
  'unknown-message': { kind: 'missing', de: 'Diese E-Mail gibt es nicht.', en: 'There is no such e-mail.' },
  'no-test-mailbox': {
    kind: 'missing',
    de: 'Das Testpostfach gibt es nur, solange kein Mailserver eingerichtet ist.',
    en: 'The test mailbox is only there while no mail server is set up.',
  },
  'no-settings': { kind: 'missing', de: 'Es ist kein E-Mail-Versand eingerichtet.', en: 'No way of sending e-mail is set up.' },
  'smtp-url-invalid': {
    kind: 'invalid',
    de: 'PFORTE_SMTP_URL ist keine gültige Adresse eines Mailservers. Beispiel: smtp://benutzer:passwort@mail.example.com:587?from=no-reply@example.com',
    en: 'PFORTE_SMTP_URL is not a valid address of a mail server. Example: smtp://user:password@mail.example.com:587?from=no-reply@example.com',
  },
  'smtp-url-sender-invalid': {
    kind: 'invalid',
    de: 'Die Absenderadresse in PFORTE_SMTP_URL („from“) ist keine gültige E-Mail-Adresse.',
    en: 'The sender address in PFORTE_SMTP_URL (“from”) is not a valid e-mail address.',
  },
});
