import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('contact', {
  unknown: { kind: 'missing', de: 'Diese Person gibt es nicht.', en: 'There is no such person.' },
  'invalid-address': {
    kind: 'invalid',
    de: 'Das ist keine gültige E-Mail-Adresse. Genau eine Adresse eintragen, zum Beispiel anna@beispiel.de.',
    en: 'This is not a valid e-mail address. Enter exactly one address, for example anna@example.com.',
  },
  'number-taken': { kind: 'conflict', de: 'Diese Nummer trägt schon eine andere Person.', en: 'Another person already has this number.' },
  'unknown-customer': {
    kind: 'invalid',
    de: 'Dieses Unternehmen gibt es nicht mehr. Bitte ein anderes wählen.',
    en: 'This company no longer exists. Please choose another.',
  },
  'has-access': {
    kind: 'conflict',
    de: 'Diese Person hat einen Zugang. Was damit geschieht, bleibt nachvollziehbar; deshalb lässt sie sich nicht löschen.',
    en: 'This person has access. What is done with it stays on record; therefore they cannot be deleted.',
  },
  'had-access': {
    kind: 'conflict',
    de: 'Diese Person hatte einen Zugang. Was damit geschehen ist, bleibt nachvollziehbar; deshalb lässt sie sich nicht löschen.',
    en: 'This person had access. What was done with it stays on record; therefore they cannot be deleted.',
  },
});
