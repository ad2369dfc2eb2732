import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** Rule 26: the person in whose name a user has acted can be told. */
export const impersonationNoticeTemplate = defineTemplate({
  key: 'impersonation_notice',
  section: 'system',
  label: {
    de: 'Jemand hat sich in Ihrem Namen angemeldet',
    du: 'Jemand hat sich in deinem Namen angemeldet',
    en: 'Somebody has signed in on your behalf',
  },
  description: {
    de: 'Geht an eine Person, in deren Namen sich ein Benutzer im Portal angemeldet hat.',
    en: 'Goes to a person on whose behalf a user has signed in to the portal.',
  },
  consequence: {
    de: 'Solange das Template aus ist, erfahren Personen nicht von selbst, wenn sich ein Benutzer in ihrem Namen angemeldet hat.',
    en: 'While it is off, people do not learn by themselves when a user has signed in on their behalf.',
  },
  isUsed: true,
  needsLink: false,
  details: ['actor', 'reason'],
  content: {
    de: {
      subject: '{sender} hat sich bei „{portal}“ in Ihrem Namen angemeldet',
      preheader: 'Ihr Passwort wurde dabei weder gebraucht noch geändert.',
      blocks: [
        { kind: 'heading', text: 'Jemand hat sich in Ihrem Namen angemeldet' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat sich bei „{portal}“ in Ihrem Namen angemeldet, um Ihnen zu helfen. Ihr Passwort wurde dabei weder gebraucht noch geändert. Passwort und E-Mail-Adresse lassen sich auf diesem Weg nicht ändern.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Angemeldet hat sich', text: '{actor}' },
            { label: 'Grund', text: '{reason}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'deadline', text: 'Können Sie sich das nicht erklären? Dann fragen Sie bitte bei {sender} nach.' },
        { kind: 'note', text: 'So erreichen Sie {sender}: {supportContact}' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: '{sender} hat sich bei „{portal}“ in deinem Namen angemeldet',
      preheader: 'Dein Passwort wurde dabei weder gebraucht noch geändert.',
      blocks: [
        { kind: 'heading', text: 'Jemand hat sich in deinem Namen angemeldet' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat sich bei „{portal}“ in deinem Namen angemeldet, um dir zu helfen. Dein Passwort wurde dabei weder gebraucht noch geändert. Passwort und E-Mail-Adresse lassen sich auf diesem Weg nicht ändern.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Angemeldet hat sich', text: '{actor}' },
            { label: 'Grund', text: '{reason}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'deadline', text: 'Kannst du dir das nicht erklären? Dann frage bitte bei {sender} nach.' },
        { kind: 'note', text: 'So erreichst du {sender}: {supportContact}' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: '{sender} has signed in at “{portal}” on your behalf',
      preheader: 'Your password was neither needed nor changed.',
      blocks: [
        { kind: 'heading', text: 'Somebody has signed in on your behalf' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: '{sender} has signed in at “{portal}” on your behalf in order to help you. Your password was neither needed nor changed. Neither password nor e-mail address can be changed this way.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Signed in by', text: '{actor}' },
            { label: 'Reason', text: '{reason}' },
            { label: 'Time', text: '{occurredAt}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'deadline', text: 'Is this unexpected? Then please ask {sender}.' },
        { kind: 'note', text: 'How to reach {sender}: {supportContact}' },
        common.en.goodbye,
      ],
    },
  },
});
