import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B030: proves that mails leave and arrive. Mails that try out another template count as this one, and say what that one says. */
export const testTemplate = defineTemplate({
  key: 'test',
  section: 'system',
  label: { de: 'Test-E-Mail', en: 'Test e-mail' },
  description: {
    de: 'Geht an die Adresse, mit der jemand den Versand oder ein Template ausprobiert.',
    en: 'Goes to the address with which somebody tries out sending or a template.',
  },
  consequence: {
    de: 'Solange das Template aus ist, lassen sich weder der Versand noch andere Templates ausprobieren.',
    en: 'While it is off, neither sending nor other templates can be tried out.',
  },
  isUsed: false,
  needsLink: false,
  content: {
    de: {
      subject: 'Test-E-Mail von {sender}',
      preheader: 'Der Versand funktioniert.',
      blocks: [
        { kind: 'heading', text: 'Der Versand funktioniert' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'diese E-Mail ist ein Test. Da Sie sie lesen, kommen E-Mails von {sender} bei Ihnen an. Umlaute zur Probe: ä ö ü ß Ä Ö Ü.',
        },
        { kind: 'facts', facts: [{ label: 'Zeitpunkt', text: '{occurredAt}' }] },
        { kind: 'note', text: 'Es ist nichts weiter zu tun.' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Test-E-Mail von {sender}',
      preheader: 'Der Versand funktioniert.',
      blocks: [
        { kind: 'heading', text: 'Der Versand funktioniert' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'diese E-Mail ist ein Test. Da du sie liest, kommen E-Mails von {sender} bei dir an. Umlaute zur Probe: ä ö ü ß Ä Ö Ü.',
        },
        { kind: 'facts', facts: [{ label: 'Zeitpunkt', text: '{occurredAt}' }] },
        { kind: 'note', text: 'Es ist nichts weiter zu tun.' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Test e-mail from {sender}',
      preheader: 'Sending works.',
      blocks: [
        { kind: 'heading', text: 'Sending works' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'This e-mail is a test. Since you are reading it, e-mails from {sender} reach you. Special characters to check: ä ö ü ß é €.',
        },
        { kind: 'facts', facts: [{ label: 'Time', text: '{occurredAt}' }] },
        { kind: 'note', text: 'There is nothing more to do.' },
        common.en.goodbye,
      ],
    },
  },
});
