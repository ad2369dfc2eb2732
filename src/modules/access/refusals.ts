import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('access', {
  unknown: { kind: 'missing', de: 'Diesen Zugang gibt es nicht.', en: 'There is no such access.' },
  'already-assigned': {
    kind: 'conflict',
    de: 'Dieser Kontakt ist dem Zugang schon zugeordnet.',
    en: 'This contact is assigned to the access already.',
  },
  'not-assigned': {
    kind: 'conflict',
    de: 'Dieser Kontakt ist dem Zugang nicht zugeordnet.',
    en: 'This contact is not assigned to the access.',
  },
  'account-name-taken': {
    kind: 'conflict',
    de: 'Mit dieser E-Mail-Adresse meldet sich schon jemand anderes an. Bitte eine eigene Adresse dieser Person eintragen.',
    en: 'Somebody else already signs in with this e-mail address. Please enter an address of this person’s own.',
  },
  'no-address': {
    kind: 'invalid',
    de: 'Für einen Zugang braucht die Person eine E-Mail-Adresse. Bitte eintragen und noch einmal speichern.',
    en: 'The person needs an e-mail address to get access. Please enter one and save again.',
  },
  'portal-needed': {
    kind: 'invalid',
    de: 'Bitte angeben, für welches Portal der Zugang gilt.',
    en: 'Please say which portal the access is for.',
  },
  'address-needed-by-access': {
    kind: 'invalid',
    de: 'Diese Person hat einen Zugang; ohne E-Mail-Adresse käme keine Nachricht mehr an. Bitte eine Adresse eintragen.',
    en: 'This person has access; without an e-mail address no message would reach them. Please enter an address.',
  },
});
