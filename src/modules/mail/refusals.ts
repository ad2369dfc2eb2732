import { defineRefusals, type RefusalDeclaration } from '../../platform/refusal.ts';
import type { RetryRefusal } from './mail.ts';
import { retryPhrases } from './phrases.ts';

export const refuse = defineRefusals('mail', {
  'unknown-template': { kind: 'missing', de: 'Dieses E-Mail Template gibt es nicht.', en: 'There is no such e-mail template.' },
  'unknown-version': { kind: 'missing', de: 'Diese Fassung gibt es nicht.', en: 'There is no such version.' },
  'unknown-portal': { kind: 'missing', de: 'Dieses Portal gibt es nicht.', en: 'There is no such portal.' },
  'unknown-reader': { kind: 'missing', de: 'Diese Person gibt es nicht.', en: 'There is no such person.' },
  'version-unusable': {
    kind: 'conflict',
    de: 'Diese Fassung lässt sich nicht mehr verwenden.',
    en: 'This version can no longer be used.',
  },
  'template-without-link': {
    kind: 'invalid',
    de: 'Ohne ihren Link ist diese E-Mail nutzlos und wurde nicht gespeichert.',
    en: 'Without its link this e-mail is of no use and was not saved.',
  },
  'template-faulty': {
    kind: 'invalid',
    de: 'So kann die E-Mail nicht hinausgehen. Bitte die markierten Stellen prüfen.',
    du: 'So kann die E-Mail nicht hinausgehen. Prüfe bitte die markierten Stellen.',
    en: 'The e-mail cannot leave like this. Please check the marked places.',
  },
  'test-address-invalid': {
    kind: 'invalid',
    de: 'An diese Adresse lässt sich nichts senden.',
    en: 'Nothing can be sent to this address.',
  },
  'unknown-message': { kind: 'missing', de: 'Diese E-Mail gibt es nicht.', en: 'There is no such e-mail.' },
  'transport-works': {
    kind: 'conflict',
    de: 'Der Versandweg ruht nicht. Es gibt nichts vorzuziehen.',
    en: 'The way of sending is not paused. There is nothing to bring forward.',
  },
  'queue-stopped': {
    kind: 'conflict',
    de: 'Der Versand ist von Hand angehalten. Erst fortsetzen, dann wird wieder versucht.',
    en: 'Sending was stopped by hand. Let it go on first, then it is tried again.',
  },
  'tried-just-now': {
    kind: 'too-many',
    de: 'Der letzte Versuch ist erst ein paar Sekunden her. Bitte kurz warten.',
    du: 'Der letzte Versuch ist erst ein paar Sekunden her. Warte bitte kurz.',
    en: 'The last try was only a few seconds ago. Please wait a moment.',
  },
  'no-test-mailbox': {
    kind: 'missing',
    de: 'Das Testpostfach gibt es nur, solange kein Mailserver eingerichtet ist.',
    en: 'The test mailbox is only there while no mail server is set up.',
  },
  'no-settings': { kind: 'missing', de: 'Es ist kein E-Mail-Versand eingerichtet.', en: 'No way of sending e-mail is set up.' },
  'settings-invalid': {
    kind: 'invalid',
    de: 'So lassen sich die Einstellungen nicht verwenden. Bitte die genannten Felder prüfen.',
    du: 'So lassen sich die Einstellungen nicht verwenden. Prüfe bitte die genannten Felder.',
    en: 'The settings cannot be used like this. Please check the fields named.',
  },
  'password-unreadable': {
    kind: 'conflict',
    de: 'Das gespeicherte Passwort lässt sich nicht mehr entschlüsseln (PFORTE_SECRET_KEY). Bitte noch einmal eingeben.',
    en: 'The stored password can no longer be decrypted (PFORTE_SECRET_KEY). Please type it again.',
  },
  'nothing-to-check': {
    kind: 'conflict',
    de: 'Es ist kein Versandweg gewählt, den man prüfen könnte.',
    en: 'No way of sending is chosen that could be checked.',
  },
  'smtp-url-invalid': {
    kind: 'invalid',
    de: '{name} ist keine gültige Adresse eines Mailservers. Beispiel: smtp://benutzer:passwort@mail.example.com:587?from=no-reply@example.com',
    en: '{name} is not a valid address of a mail server. Example: smtp://user:password@mail.example.com:587?from=no-reply@example.com',
  },
  'smtp-url-sender-invalid': {
    kind: 'invalid',
    de: 'Die Absenderadresse in {name} („from“) ist keine gültige E-Mail-Adresse.',
    en: 'The sender address in {name} (“from”) is not a valid e-mail address.',
  },
});

const noRetry = (verdict: RetryRefusal): RefusalDeclaration => ({ kind: 'conflict', ...retryPhrases[verdict] });

/** Why a mail cannot be tried once more, in the words that a retry of many uses too. */
export const refuseRetry = defineRefusals('mail.retry', {
  'under-way': noRetry('under-way'),
  accepted: noRetry('accepted'),
  withdrawn: noRetry('withdrawn'),
  'link-gone': noRetry('link-gone'),
  'template-inactive': noRetry('template-inactive'),
  'address-marked': noRetry('address-marked'),
} satisfies Record<RetryRefusal, RefusalDeclaration>);
