import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** S2: a team admin asks a colleague in. Who has an account already joins by signing in with it, never by the address alone (rule 11). */
export const invitationTeamTemplate = defineTemplate({
  key: 'invitation_team',
  section: 'team',
  label: { de: 'Einladung ins Team', en: 'Invitation to the team' },
  description: {
    de: 'Geht an eine Person, die eine Kollegin oder ein Kollege im Portal ins Team einlädt.',
    en: 'Goes to a person whom a colleague in the portal invites to the team.',
  },
  consequence: {
    de: 'Solange das Template aus ist, kann im Portal niemand ins Team eingeladen werden.',
    en: 'While it is off, nobody can be invited to a team in the portal.',
  },
  isUsed: false,
  needsLink: true,
  details: ['actor'],
  content: {
    de: {
      subject: 'Einladung ins Team bei „{portal}“',
      preheader: 'Mit diesem Link nehmen Sie die Einladung an. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Sie sind ins Team eingeladen' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'Sie sind eingeladen, „{portal}“ gemeinsam mit Ihrem Team zu nutzen. Mit dem folgenden Link legen Sie ein Passwort fest. Haben Sie dort schon ein Konto, dann melden Sie sich mit diesem an.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Unternehmen', text: '{company}' },
            { label: 'Eingeladen von', text: '{actor}' },
          ],
        },
        { kind: 'button', label: 'Einladung annehmen', to: 'link' },
        common.de.deadline,
        {
          kind: 'note',
          text: `Kennen Sie dieses Team nicht? Dann brauchen Sie nichts zu tun: Ohne Ihre Zustimmung ändert sich nichts. ${common.de.keep}`,
        },
        common.de.support,
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Einladung ins Team bei „{portal}“',
      preheader: 'Mit diesem Link nimmst du die Einladung an. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Du bist ins Team eingeladen' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'du bist eingeladen, „{portal}“ gemeinsam mit deinem Team zu nutzen. Mit dem folgenden Link legst du ein Passwort fest. Hast du dort schon ein Konto, dann melde dich mit diesem an.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Unternehmen', text: '{company}' },
            { label: 'Eingeladen von', text: '{actor}' },
          ],
        },
        { kind: 'button', label: 'Einladung annehmen', to: 'link' },
        common['de-DU'].deadline,
        {
          kind: 'note',
          text: `Kennst du dieses Team nicht? Dann brauchst du nichts zu tun: Ohne deine Zustimmung ändert sich nichts. ${common['de-DU'].keep}`,
        },
        common['de-DU'].support,
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Invitation to the team at “{portal}”',
      preheader: 'Use this link to accept the invitation. It is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'You are invited to the team' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'You are invited to use “{portal}” together with your team. Use the following link to set a password. If you already have an account there, sign in with it.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Company', text: '{company}' },
            { label: 'Invited by', text: '{actor}' },
          ],
        },
        { kind: 'button', label: 'Accept invitation', to: 'link' },
        common.en.deadline,
        {
          kind: 'note',
          text: `Do you not know this team? Then there is nothing you need to do: without your consent nothing changes. ${common.en.keep}`,
        },
        common.en.support,
        common.en.goodbye,
      ],
    },
  },
});
