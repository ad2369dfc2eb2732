import { defineRefusals } from '../../platform/refusal.ts';

/** Why an address cannot be confirmed here; every page that says one of these says how to go on. */
export const refuse = defineRefusals('email-change', {
  unknown: {
    kind: 'gone',
    de: 'Dieser Link ist nicht bekannt. Vielleicht wurde er beim Kopieren abgeschnitten.',
    en: 'This link is not known. It may have been cut off when it was copied.',
  },
  used: { kind: 'gone', de: 'Diese Adresse ist schon bestätigt.', en: 'This address has been confirmed already.' },
  expired: {
    kind: 'gone',
    de: 'Dieser Link ist abgelaufen. Er galt bis {until}. Die bisherige Adresse gilt weiter.',
    en: 'This link has expired. It worked until {until}. The present address stays.',
  },
  superseded: {
    kind: 'gone',
    de: 'Zu dieser Änderung gibt es eine neuere E-Mail. Bitte den Link darin benutzen.',
    du: 'Zu dieser Änderung gibt es eine neuere E-Mail. Bitte benutze den Link darin.',
    en: 'There is a newer e-mail about this change. Please use the link in that one.',
  },
  overtaken: {
    kind: 'gone',
    de: 'Diese Änderung gilt nicht mehr: Sie wurde abgebrochen, oder am Konto hat sich inzwischen etwas geändert. Die bisherige Adresse gilt weiter.',
    en: 'This change no longer counts: it was stopped, or the account has changed in the meantime. The present address stays.',
  },
  'no-password': {
    kind: 'conflict',
    de: 'Für dieses Konto gibt es gerade kein Passwort. Zuerst ein Passwort festlegen, dann die Änderung noch einmal anstoßen.',
    en: 'There is no password for this account at the moment. Set a password first, then ask for the change again.',
  },
  'wrong-password': {
    kind: 'invalid',
    de: 'Dieses Passwort stimmt nicht.',
    en: 'This password is not correct.',
  },
  'same-address': {
    kind: 'invalid',
    de: 'Diese Adresse gilt schon.',
    en: 'This is the present address already.',
  },
  'invalid-address': {
    kind: 'invalid',
    de: 'Das ist keine gültige E-Mail-Adresse. Genau eine Adresse eintragen, zum Beispiel anna@beispiel.de.',
    en: 'This is not a valid e-mail address. Enter exactly one address, for example anna@example.com.',
  },
  'cannot-ask': {
    kind: 'unavailable',
    de: 'Im Moment kann die neue Adresse nicht um Bestätigung gebeten werden. Die bisherige gilt weiter.',
    en: 'The new address cannot be asked for its confirmation at the moment. The present one stays.',
  },
  'not-running': {
    kind: 'conflict',
    de: 'Es läuft keine E-Mail-Änderung.',
    en: 'No change of e-mail address is under way.',
  },
  'account-changed': {
    kind: 'conflict',
    de: 'Am Konto hat sich gerade etwas geändert. Bitte noch einmal versuchen.',
    en: 'The account has just changed. Please try again.',
  },
});
