import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B092 to B095: an administrator has taken the password back; the mail says so and how to go on. */
export const adminResetTemplate = defineTemplate({
  key: 'admin_reset',
  section: 'users',
  label: { de: 'Ihr Passwort wurde zurückgesetzt', du: 'Dein Passwort wurde zurückgesetzt', en: 'Your password was reset' },
  description: {
    de: 'Geht an eine Person, deren Passwort ein Administrator zurückgesetzt hat. Mit dem Link legt sie ein neues fest.',
    en: 'Goes to a person whose password an administrator has reset. With the link they set a new one.',
  },
  consequence: {
    de: 'Solange das Template aus ist, erfährt niemand, dass das eigene Passwort zurückgesetzt ist, und niemand bekommt den Link für ein neues.',
    en: 'While it is off, nobody learns that their password was reset, and nobody gets the link for a new one.',
  },
  isUsed: true,
  needsLink: true,
  details: ['actor'],
  content: {
    de: {
      subject: 'Ihr Passwort für „{portal}“ wurde zurückgesetzt',
      preheader: 'Mit diesem Link legen Sie ein neues Passwort fest. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Ihr Passwort wurde zurückgesetzt' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'ein Administrator hat das Passwort Ihres Kontos bei „{portal}“ zurückgesetzt. Das bisherige gilt nicht mehr, und auf allen Geräten wurden Sie abgemeldet. Mit dem folgenden Link legen Sie ein neues fest.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Zurückgesetzt von', text: '{actor}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Neues Passwort festlegen', to: 'link' },
        common.de.deadline,
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier fordern Sie jederzeit einen neuen an: {forgotPasswordUrl}' },
        { kind: 'note', text: common.de.keep },
        common.de.support,
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Dein Passwort für „{portal}“ wurde zurückgesetzt',
      preheader: 'Mit diesem Link legst du ein neues Passwort fest. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Dein Passwort wurde zurückgesetzt' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'ein Administrator hat das Passwort deines Kontos bei „{portal}“ zurückgesetzt. Das bisherige gilt nicht mehr, und auf allen Geräten wurdest du abgemeldet. Mit dem folgenden Link legst du ein neues fest.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Zurückgesetzt von', text: '{actor}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Neues Passwort festlegen', to: 'link' },
        common['de-DU'].deadline,
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier forderst du jederzeit einen neuen an: {forgotPasswordUrl}' },
        { kind: 'note', text: common['de-DU'].keep },
        common['de-DU'].support,
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Your password for “{portal}” was reset',
      preheader: 'Use this link to set a new password. It is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Your password was reset' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'An administrator has reset the password of your account at “{portal}”. The old one no longer works, and you have been signed out on all devices. Use the following link to set a new one.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Reset by', text: '{actor}' },
            { label: 'Time', text: '{occurredAt}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Set new password', to: 'link' },
        common.en.deadline,
        { kind: 'note', text: 'Has the link run out? You can ask for a new one at any time: {forgotPasswordUrl}' },
        { kind: 'note', text: common.en.keep },
        common.en.support,
        common.en.goodbye,
      ],
    },
  },
});
