import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B081: asks somebody into the console, with nothing known but their address. */
export const invitationStaffTemplate = defineTemplate({
  key: 'invitation_staff',
  section: 'users',
  label: { de: 'Einladung als Benutzer', en: 'Invitation as a user' },
  description: {
    de: 'Geht an eine Kollegin oder einen Kollegen, die als Benutzer eingeladen werden.',
    en: 'Goes to a colleague who is invited as a user.',
  },
  consequence: {
    de: 'Solange das Template aus ist, kann kein Benutzer eingeladen werden.',
    en: 'While it is off, no user can be invited.',
  },
  isUsed: false,
  needsLink: true,
  details: ['actor'],
  content: {
    de: {
      subject: 'Ihre Einladung von {sender}',
      preheader: 'Mit diesem Link legen Sie Ihr Passwort fest. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Sie sind eingeladen' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'Sie sind eingeladen, als Benutzer bei {sender} mitzuarbeiten. Mit dem folgenden Link legen Sie Ihr Passwort fest und melden sich an.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Eingeladen von', text: '{actor}' },
          ],
        },
        { kind: 'button', label: 'Einladung annehmen', to: 'link' },
        common.de.deadline,
        {
          kind: 'note',
          text: `Haben Sie diese Einladung nicht erwartet? Dann brauchen Sie nichts zu tun: Ohne ein Passwort kann sich mit diesem Konto niemand anmelden. ${common.de.keep}`,
        },
        common.de.support,
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Deine Einladung von {sender}',
      preheader: 'Mit diesem Link legst du dein Passwort fest. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Du bist eingeladen' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'du bist eingeladen, als Benutzer bei {sender} mitzuarbeiten. Mit dem folgenden Link legst du dein Passwort fest und meldest dich an.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Eingeladen von', text: '{actor}' },
          ],
        },
        { kind: 'button', label: 'Einladung annehmen', to: 'link' },
        common['de-DU'].deadline,
        {
          kind: 'note',
          text: `Hast du diese Einladung nicht erwartet? Dann brauchst du nichts zu tun: Ohne ein Passwort kann sich mit diesem Konto niemand anmelden. ${common['de-DU'].keep}`,
        },
        common['de-DU'].support,
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Your invitation from {sender}',
      preheader: 'Use this link to set your password. It is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'You are invited' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'You are invited to work with {sender} as a user. Use the following link to set your password and sign in.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Invited by', text: '{actor}' },
          ],
        },
        { kind: 'button', label: 'Accept invitation', to: 'link' },
        common.en.deadline,
        {
          kind: 'note',
          text: `Did you not expect this invitation? Then there is nothing you need to do: without a password nobody can sign in with this account. ${common.en.keep}`,
        },
        common.en.support,
        common.en.goodbye,
      ],
    },
  },
});
