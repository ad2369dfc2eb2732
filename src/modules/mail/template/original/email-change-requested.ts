import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** Goes to the present address while another one waits to be confirmed, so that its owner can stop what they did not want. */
export const emailChangeRequestedTemplate = defineTemplate({
  key: 'email_change_requested',
  section: 'system',
  label: {
    de: 'Eine neue E-Mail-Adresse wurde eingetragen',
    en: 'A new e-mail address was entered',
  },
  description: {
    de: 'Geht an die bisherige Adresse einer Person, die schon ein Passwort hat, sobald eine neue eingetragen ist. Die neue gilt erst, wenn sie bestätigt ist.',
    en: 'Goes to the present address of a person who already has a password as soon as a new one was entered. The new one counts only after it was confirmed.',
  },
  consequence: {
    de: 'Solange das Template aus ist, merkt niemand an der bisherigen Adresse, dass eine neue auf ihre Bestätigung wartet.',
    en: 'While it is off, nobody at the present address notices that a new one waits for its confirmation.',
  },
  isUsed: true,
  needsLink: false,
  details: ['newAddress', 'actor'],
  content: {
    de: {
      subject: 'Neue E-Mail-Adresse für „{portal}“ eingetragen',
      preheader: 'Bis zur Bestätigung bleibt es bei der bisherigen Adresse.',
      blocks: [
        { kind: 'heading', text: 'Eine neue E-Mail-Adresse wurde eingetragen' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'für Ihr Konto bei „{portal}“ wurde eine neue E-Mail-Adresse eingetragen. Die neue Adresse gilt erst, wenn sie mit Ihrem Passwort bestätigt ist. Bis dahin gehen alle Nachrichten weiter an diese Adresse.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Neue Adresse', text: '{newAddress}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Eingetragen von', text: '{actor}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Kennen Sie die neue Adresse? Dann ist hier nichts zu tun: Der Link zum Bestätigen ging dorthin.' },
        {
          kind: 'deadline',
          text: 'Gehört die neue Adresse nicht Ihnen? Dann brechen Sie die Änderung in Ihrem Profil ab und sagen Sie {sender} bitte Bescheid.',
        },
        common.de.goodbye,
        common.de.support,
      ],
    },
    'de-DU': {
      subject: 'Neue E-Mail-Adresse für „{portal}“ eingetragen',
      preheader: 'Bis zur Bestätigung bleibt es bei der bisherigen Adresse.',
      blocks: [
        { kind: 'heading', text: 'Eine neue E-Mail-Adresse wurde eingetragen' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'für dein Konto bei „{portal}“ wurde eine neue E-Mail-Adresse eingetragen. Die neue Adresse gilt erst, wenn sie mit deinem Passwort bestätigt ist. Bis dahin gehen alle Nachrichten weiter an diese Adresse.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Neue Adresse', text: '{newAddress}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Eingetragen von', text: '{actor}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Kennst du die neue Adresse? Dann ist hier nichts zu tun: Der Link zum Bestätigen ging dorthin.' },
        {
          kind: 'deadline',
          text: 'Gehört die neue Adresse nicht dir? Dann brich die Änderung in deinem Profil ab und sage {sender} bitte Bescheid.',
        },
        common['de-DU'].goodbye,
        common['de-DU'].support,
      ],
    },
    en: {
      subject: 'New e-mail address entered for “{portal}”',
      preheader: 'Until it is confirmed, the present address stays.',
      blocks: [
        { kind: 'heading', text: 'A new e-mail address was entered' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'A new e-mail address was entered for your account at “{portal}”. It counts only after it was confirmed with your password. Until then all messages still go to this address.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'New address', text: '{newAddress}' },
            { label: 'Time', text: '{occurredAt}' },
            { label: 'Entered by', text: '{actor}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Do you know the new address? Then there is nothing to do here: the link to confirm it went there.' },
        {
          kind: 'deadline',
          text: 'Is the new address not yours? Then stop the change in your profile, and please tell {sender}.',
        },
        common.en.goodbye,
        common.en.support,
      ],
    },
  },
});
