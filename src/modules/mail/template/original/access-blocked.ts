import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B114: tells a person that they can no longer sign in. Off at first, because whoever blocks somebody often wants to say it in person, or not at all. Without a `reason` none is told. */
export const accessBlockedTemplate = defineTemplate({
  key: 'access_blocked',
  section: 'customers',
  label: { de: 'Ihr Zugang wurde gesperrt', du: 'Dein Zugang wurde gesperrt', en: 'Your access was blocked' },
  description: {
    de: 'Geht an eine Person, deren Zugang gesperrt wurde. Den Grund nennt die E-Mail nur, wenn er dafür freigegeben ist.',
    en: 'Goes to a person whose access was blocked. The e-mail tells the reason only where it may be told.',
  },
  consequence: {
    de: 'Solange das Template aus ist, merkt eine Person erst bei der Anmeldung, dass ihr Zugang gesperrt ist.',
    en: 'While it is off, a person learns only when signing in that their access is blocked.',
  },
  isUsed: true,
  isOffAtFirst: true,
  needsLink: false,
  details: ['reason'],
  sample: { reason: 'Der Vertrag ist beendet' },
  content: {
    de: {
      subject: 'Ihr Zugang zu „{portal}“ wurde gesperrt',
      preheader: 'Bis auf Weiteres können Sie sich nicht anmelden.',
      blocks: [
        { kind: 'heading', text: 'Ihr Zugang wurde gesperrt' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat Ihren Zugang zu „{portal}“ gesperrt. Bis auf Weiteres können Sie sich dort nicht anmelden. Ihre Daten bleiben erhalten.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Grund', text: '{reason}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Halten Sie das für einen Irrtum? Dann fragen Sie bitte bei {sender} nach.' },
        { kind: 'note', text: 'So erreichen Sie {sender}: {supportContact}' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Dein Zugang zu „{portal}“ wurde gesperrt',
      preheader: 'Bis auf Weiteres kannst du dich nicht anmelden.',
      blocks: [
        { kind: 'heading', text: 'Dein Zugang wurde gesperrt' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat deinen Zugang zu „{portal}“ gesperrt. Bis auf Weiteres kannst du dich dort nicht anmelden. Deine Daten bleiben erhalten.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Grund', text: '{reason}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Hältst du das für einen Irrtum? Dann frage bitte bei {sender} nach.' },
        { kind: 'note', text: 'So erreichst du {sender}: {supportContact}' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Your access to “{portal}” was blocked',
      preheader: 'For the time being you cannot sign in.',
      blocks: [
        { kind: 'heading', text: 'Your access was blocked' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: '{sender} has blocked your access to “{portal}”. For the time being you cannot sign in there. Your data is kept.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Reason', text: '{reason}' },
            { label: 'Time', text: '{occurredAt}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Do you think this is a mistake? Then please ask {sender}.' },
        { kind: 'note', text: 'How to reach {sender}: {supportContact}' },
        common.en.goodbye,
      ],
    },
  },
});
