import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('sign-in', {
  'wrong-credentials': {
    kind: 'not-signed-in',
    de: 'Kontoname oder Passwort stimmt nicht. Bitte prüfen und noch einmal versuchen.',
    du: 'Kontoname oder Passwort stimmt nicht. Bitte prüfe beides und versuche es noch einmal.',
    en: 'The account name or the password is not right. Please check both and try again.',
  },
  deactivated: { kind: 'forbidden', de: 'Benutzer deaktiviert', en: 'User deactivated' },
  'no-access-here': {
    kind: 'forbidden',
    de: 'Für dieses Portal besteht kein Zugang. Bitte das Portal wählen, für das der Zugang eingerichtet wurde.',
    en: 'There is no access to this portal. Please choose the portal your access was set up for.',
  },
  'not-while-acting': {
    kind: 'forbidden',
    de: 'Als Nutzer angemeldet geht das nicht: Passwort, E-Mail-Adresse und Geräte gehören der Person selbst.',
    en: 'This is not possible while signed in as a user: password, e-mail address and devices belong to the person themselves.',
  },
  'sign-in-while-acting': {
    kind: 'conflict',
    de: 'Sie sind gerade als Nutzer angemeldet. Bitte das zuerst beenden.',
    du: 'Du bist gerade als Nutzer angemeldet. Bitte beende das zuerst.',
    en: 'You are signed in as a user at the moment. Please end that first.',
  },
  'wrong-password': { kind: 'invalid', de: 'Das bisherige Passwort stimmt nicht.', en: 'The current password is not right.' },
  'account-changed': {
    kind: 'conflict',
    de: 'Am Konto hat sich inzwischen etwas geändert; das Passwort wurde hier nicht geändert. Bitte neu anmelden.',
    du: 'An deinem Konto hat sich inzwischen etwas geändert; das Passwort wurde hier nicht geändert. Bitte melde dich neu an.',
    en: 'The account has changed in the meantime; the password was not changed here. Please sign in again.',
  },
  'unknown-session': { kind: 'missing', de: 'Dieses Gerät ist nicht mehr angemeldet.', en: 'This device is no longer signed in.' },
});
