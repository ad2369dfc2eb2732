import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** Reminds of an invitation that is still open; `occurredAt` is when it was sent. */
export const invitationReminderTemplate = defineTemplate({
  key: 'invitation_reminder',
  section: 'customers',
  label: { de: 'Erinnerung an eine offene Einladung', en: 'Reminder of an open invitation' },
  description: {
    de: 'Geht an eine Person, die eingeladen ist und noch kein Passwort festgelegt hat.',
    en: 'Goes to a person who is invited and has not set a password yet.',
  },
  consequence: {
    de: 'Solange das Template aus ist, wird niemand an eine offene Einladung erinnert.',
    en: 'While it is off, nobody is reminded of an open invitation.',
  },
  isUsed: true,
  needsLink: true,
  content: {
    de: {
      subject: 'Erinnerung: Ihr Zugang zu „{portal}“ wartet',
      preheader: 'Es fehlt nur noch Ihr Passwort. Der Link gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Ihr Zugang wartet' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat Ihnen Zugang zu „{portal}“ gegeben. Es fehlt nur noch ein Passwort, das Sie selbst wählen. Danach können Sie sich sofort anmelden.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Portal', text: '{portalUrl}' },
            { label: 'Unternehmen', text: '{company}' },
            { label: 'Eingeladen am', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Passwort festlegen', to: 'link' },
        common.de.deadline,
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier fordern Sie jederzeit einen neuen an: {forgotPasswordUrl}' },
        { kind: 'note', text: `Der Link in der früheren E-Mail ist durch diesen ersetzt. ${common.de.keep}` },
        { kind: 'note', text: 'Möchten Sie keinen Zugang? Dann sagen Sie {sender} bitte Bescheid: {supportContact}' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Erinnerung: Dein Zugang zu „{portal}“ wartet',
      preheader: 'Es fehlt nur noch dein Passwort. Der Link gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Dein Zugang wartet' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat dir Zugang zu „{portal}“ gegeben. Es fehlt nur noch ein Passwort, das du selbst wählst. Danach kannst du dich sofort anmelden.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Portal', text: '{portalUrl}' },
            { label: 'Unternehmen', text: '{company}' },
            { label: 'Eingeladen am', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Passwort festlegen', to: 'link' },
        common['de-DU'].deadline,
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier forderst du jederzeit einen neuen an: {forgotPasswordUrl}' },
        { kind: 'note', text: `Der Link in der früheren E-Mail ist durch diesen ersetzt. ${common['de-DU'].keep}` },
        { kind: 'note', text: 'Möchtest du keinen Zugang? Dann sage {sender} bitte Bescheid: {supportContact}' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Reminder: your access to “{portal}” is waiting',
      preheader: 'Only your password is missing. The link is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Your access is waiting' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: '{sender} has given you access to “{portal}”. All that is missing is a password, which you choose yourself. Then you can sign in at once.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Portal', text: '{portalUrl}' },
            { label: 'Company', text: '{company}' },
            { label: 'Invited on', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Set password', to: 'link' },
        common.en.deadline,
        { kind: 'note', text: 'Has the link run out? You can ask for a new one at any time: {forgotPasswordUrl}' },
        { kind: 'note', text: `The link in the earlier e-mail is replaced by this one. ${common.en.keep}` },
        { kind: 'note', text: 'Do you not want access? Then please tell {sender}: {supportContact}' },
        common.en.goodbye,
      ],
    },
  },
});
