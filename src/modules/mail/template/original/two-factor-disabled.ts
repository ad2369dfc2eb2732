import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B097, rule 8: whoever takes a second factor away, its owner is told. */
export const twoFactorDisabledTemplate = defineTemplate({
  key: 'two_factor_disabled',
  section: 'system',
  label: {
    de: 'Ihre Zwei-Faktor-Authentifizierung wurde deaktiviert',
    du: 'Deine Zwei-Faktor-Authentifizierung wurde deaktiviert',
    en: 'Your two-factor authentication was switched off',
  },
  description: {
    de: 'Geht an eine Person, bei der die Zwei-Faktor-Authentifizierung deaktiviert wurde.',
    en: 'Goes to a person whose two-factor authentication was switched off.',
  },
  consequence: {
    de: 'Solange das Template aus ist, merkt niemand, wenn ein Fremder diesen Schutz entfernt hat.',
    en: 'While it is off, nobody notices when a stranger has removed this protection.',
  },
  isUsed: false,
  needsLink: false,
  details: ['actor'],
  content: {
    de: {
      subject: 'Die Zwei-Faktor-Authentifizierung für „{portal}“ wurde deaktiviert',
      preheader: 'Ab jetzt genügt das Passwort für die Anmeldung.',
      blocks: [
        { kind: 'heading', text: 'Ihre Zwei-Faktor-Authentifizierung wurde deaktiviert' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'für die Anmeldung bei „{portal}“ genügt ab jetzt Ihr Passwort. Die Zwei-Faktor-Authentifizierung Ihres Kontos ist deaktiviert.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Deaktiviert von', text: '{actor}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'War das so gewünscht? Dann richten Sie sie in Ihrem Profil bei Gelegenheit neu ein.' },
        { kind: 'deadline', text: 'War das nicht so gewünscht? Dann sagen Sie {sender} bitte sofort Bescheid.' },
        { kind: 'button', label: 'Zur Anmeldung', to: 'portalUrl' },
        { kind: 'note', text: 'So erreichen Sie {sender}: {supportContact}' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Die Zwei-Faktor-Authentifizierung für „{portal}“ wurde deaktiviert',
      preheader: 'Ab jetzt genügt das Passwort für die Anmeldung.',
      blocks: [
        { kind: 'heading', text: 'Deine Zwei-Faktor-Authentifizierung wurde deaktiviert' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'für die Anmeldung bei „{portal}“ genügt ab jetzt dein Passwort. Die Zwei-Faktor-Authentifizierung deines Kontos ist deaktiviert.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Deaktiviert von', text: '{actor}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'War das so gewünscht? Dann richte sie in deinem Profil bei Gelegenheit neu ein.' },
        { kind: 'deadline', text: 'War das nicht so gewünscht? Dann sage {sender} bitte sofort Bescheid.' },
        { kind: 'button', label: 'Zur Anmeldung', to: 'portalUrl' },
        { kind: 'note', text: 'So erreichst du {sender}: {supportContact}' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Two-factor authentication for “{portal}” was switched off',
      preheader: 'From now on the password is enough to sign in.',
      blocks: [
        { kind: 'heading', text: 'Your two-factor authentication was switched off' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'From now on your password is enough to sign in at “{portal}”. The two-factor authentication of your account is switched off.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Switched off by', text: '{actor}' },
            { label: 'Time', text: '{occurredAt}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Was this intended? Then set it up again in your profile when it suits you.' },
        { kind: 'deadline', text: 'Was it not intended? Then please tell {sender} at once.' },
        { kind: 'button', label: 'Sign in', to: 'portalUrl' },
        { kind: 'note', text: 'How to reach {sender}: {supportContact}' },
        common.en.goodbye,
      ],
    },
  },
});
