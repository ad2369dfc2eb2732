import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('setup', {
  'wrong-address': {
    kind: 'gone',
    de: 'Diese Einrichtungsadresse gilt nicht (mehr). Beim nächsten Start steht eine neue in der Ausgabe, solange noch nichts eingerichtet ist.',
    en: 'This set-up address does not work (any more). The next start prints a new one, as long as nothing has been set up.',
  },
  'already-done': {
    kind: 'conflict',
    de: 'Diese Installation ist schon eingerichtet. Bitte anmelden.',
    en: 'This installation has been set up already. Please sign in.',
  },
  'base-domain-needed': {
    kind: 'conflict',
    de: 'Für eine zweite Instanz braucht es PFORTE_BASE_DOMAIN: Jede Instanz wird unter NAME.DOMAIN erreicht. Bitte setzen und noch einmal ausführen.',
    en: 'A second workspace needs PFORTE_BASE_DOMAIN: each workspace is reached at NAME.DOMAIN. Please set it and try again.',
  },
  'several-faults': {
    kind: 'invalid',
    de: 'Einige Angaben passen noch nicht.',
    en: 'Some of the details are not right yet.',
  },
  'invalid-address': {
    kind: 'invalid',
    de: 'Das ist keine gültige E-Mail-Adresse. Genau eine Adresse eintragen, zum Beispiel anna@beispiel.de.',
    en: 'This is not a valid e-mail address. Enter exactly one address, for example anna@example.com.',
  },
  'unknown-user': {
    kind: 'missing',
    de: 'Zu dieser Adresse gibt es kein Benutzerkonto. Vorhanden sind: {known}.',
    en: 'There is no user account for this address. There are: {known}.',
  },
});
