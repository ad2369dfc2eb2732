import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('access', {
  'already-blocked': { kind: 'conflict', de: 'Der Zugang ist schon gesperrt.', en: 'The access is blocked already.' },
  'not-blocked': { kind: 'conflict', de: 'Der Zugang ist nicht gesperrt.', en: 'The access is not blocked.' },
  'assigned-meanwhile': {
    kind: 'conflict',
    de: 'Dieser Zugang ist schon einem Kontakt zugeordnet. Bitte ansehen, wem; ein weiterer Kontakt lässt sich danach hinzufügen.',
    en: 'This access is assigned to a contact already. Please look to whom; another contact can be added afterwards.',
  },
  'contact-needed': {
    kind: 'invalid',
    de: 'Bitte einen Kontakt wählen oder einen neuen anlegen.',
    en: 'Please choose a contact or add a new one.',
  },
  'company-needed': {
    kind: 'invalid',
    de: 'Bitte ein Unternehmen wählen oder den Namen eines neuen eintragen.',
    en: 'Please choose a company or enter the name of a new one.',
  },
  'contact-has-access': {
    kind: 'conflict',
    de: 'Dieser Kontakt hat schon einen Zugang zu diesem Portal, und das Portal lässt je Kontakt nur einen zu.',
    en: 'This contact has access to this portal already, and the portal allows one for each contact only.',
  },
  'nothing-assigned': { kind: 'conflict', de: 'Dem Zugang ist kein Kontakt zugeordnet.', en: 'No contact is assigned to the access.' },
  'nobody-signed-in': {
    kind: 'conflict',
    de: 'Die Person ist auf keinem Gerät angemeldet.',
    en: 'The person is not signed in on any device.',
  },
  'no-expiry': {
    kind: 'conflict',
    de: 'Der Zugang hat kein Ablaufdatum, das sich verschieben ließe.',
    en: 'The access has no expiry date that could be moved.',
  },
});
