import { definePhrases } from '../../../platform/phrases.ts';

/** The sentences around every mail, whatever its template says. */
export const frameWords = definePhrases({
  copyAddress: {
    de: 'Falls sich die Schaltfläche nicht öffnen lässt, kopieren Sie bitte diese Adresse in Ihren Browser:',
    du: 'Falls sich die Schaltfläche nicht öffnen lässt, kopiere bitte diese Adresse in deinen Browser:',
    en: 'If the button does not open, please copy this address into your browser:',
  },
  automatic: {
    de: 'Diese E-Mail hat {sender} automatisch verschickt. Antworten werden nicht gelesen.',
    en: 'This e-mail was sent automatically by {sender}. Replies are not read.',
  },
  automaticOnly: { de: 'Diese E-Mail hat {sender} automatisch verschickt.', en: 'This e-mail was sent automatically by {sender}.' },
  rehearsalSubject: { de: '[Test] {subject}', en: '[Test] {subject}' },
  rehearsal: {
    de: 'Das ist ein Test aus dem Template-Editor von {sender}. Ein Link in dieser E-Mail ist ein Beispiel und bewirkt nichts.',
    en: 'This is a test from the template editor of {sender}. A link in this e-mail is an example and does nothing.',
  },
  imprint: { de: 'Impressum', en: 'Imprint' },
  privacy: { de: 'Datenschutz', en: 'Privacy' },
});
