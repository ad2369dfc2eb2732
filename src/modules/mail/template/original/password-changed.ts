import { defineTemplate } from '../template.ts';

/** B024: leaves after a password was set or changed, so that a theft does not stay unnoticed. */
export const passwordChangedTemplate = defineTemplate({
  key: 'password_changed',
  section: 'system',
  label: { de: 'Ihr Passwort wurde festgelegt', du: 'Dein Passwort wurde festgelegt', en: 'Your password was set' },
  description: {
    de: 'Geht an eine Person, deren Passwort gerade festgelegt wurde, zum ersten Mal oder neu.',
    en: 'Goes to a person whose password has just been set, for the first time or anew.',
  },
  consequence: {
    de: 'Solange das Template aus ist, merkt niemand, wenn ein Fremder ein Passwort festgelegt hat.',
    en: 'While it is off, nobody notices when a stranger has set a password.',
  },
  isUsed: true,
  needsLink: false,
  content: {
    de: {
      subject: 'Ihr Passwort für „{portal}“ wurde festgelegt',
      preheader: 'Waren Sie das selbst, ist nichts zu tun.',
      blocks: [
        { kind: 'heading', text: 'Ihr Passwort wurde festgelegt' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'für Ihr Konto bei „{portal}“ wurde gerade ein Passwort festgelegt. Auf allen anderen Geräten müssen Sie sich damit neu anmelden.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Waren Sie das selbst? Dann ist nichts weiter zu tun.' },
        {
          kind: 'deadline',
          text: 'Waren Sie das nicht? Dann legen Sie bitte sofort ein neues Passwort fest und sagen {sender} Bescheid.',
        },
        { kind: 'button', label: 'Neues Passwort anfordern', to: 'forgotPasswordUrl' },
        { kind: 'note', text: 'So erreichen Sie {sender}: {supportContact}' },
        { kind: 'signature', text: 'Freundliche Grüße\n{sender}' },
      ],
    },
    'de-DU': {
      subject: 'Dein Passwort für „{portal}“ wurde festgelegt',
      preheader: 'Warst du das selbst, ist nichts zu tun.',
      blocks: [
        { kind: 'heading', text: 'Dein Passwort wurde festgelegt' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'für dein Konto bei „{portal}“ wurde gerade ein Passwort festgelegt. Auf allen anderen Geräten musst du dich damit neu anmelden.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Warst du das selbst? Dann ist nichts weiter zu tun.' },
        {
          kind: 'deadline',
          text: 'Warst du das nicht? Dann lege bitte sofort ein neues Passwort fest und sage {sender} Bescheid.',
        },
        { kind: 'button', label: 'Neues Passwort anfordern', to: 'forgotPasswordUrl' },
        { kind: 'note', text: 'So erreichst du {sender}: {supportContact}' },
        { kind: 'signature', text: 'Viele Grüße\n{sender}' },
      ],
    },
    en: {
      subject: 'Your password for “{portal}” was set',
      preheader: 'If it was you, there is nothing to do.',
      blocks: [
        { kind: 'heading', text: 'Your password was set' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'A password has just been set for your account at “{portal}”. On all other devices you need to sign in again with it.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Time', text: '{occurredAt}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Was it you? Then there is nothing more to do.' },
        { kind: 'deadline', text: 'Was it not you? Then please set a new password at once and tell {sender}.' },
        { kind: 'button', label: 'Ask for a new password', to: 'forgotPasswordUrl' },
        { kind: 'note', text: 'How to reach {sender}: {supportContact}' },
        { kind: 'signature', text: 'Kind regards\n{sender}' },
      ],
    },
  },
});
