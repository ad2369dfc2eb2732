import { defineTemplate } from '../template.ts';

/** B002: leaves when staff tick „Kennwort per E-Mail versenden“. */
export const setPasswordTemplate = defineTemplate({
  key: 'set_password',
  section: 'customers',
  label: { de: 'Legen Sie ein neues Passwort fest', du: 'Lege ein neues Passwort fest', en: 'Set a new password' },
  description: {
    de: 'Geht an einen Kontakt, wenn „Kennwort per E-Mail versenden“ angehakt und gespeichert wird.',
    en: 'Goes to a contact when “Send password by e-mail” is ticked and saved.',
  },
  consequence: {
    de: 'Solange das Template aus ist, fehlt in den Formularen der Kontakte das Feld „Kennwort per E-Mail versenden“, und niemand bekommt diesen Link.',
    en: 'While it is off, the contact forms do not offer “Send password by e-mail”, and nobody gets this link.',
  },
  isUsed: true,
  needsLink: true,
  content: {
    de: {
      subject: 'Legen Sie ein neues Passwort fest: {portal}',
      preheader: 'Mit diesem Link legen Sie Ihr Passwort selbst fest. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Legen Sie ein neues Passwort fest' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: '{sender} schickt Ihnen diese E-Mail, damit Sie das Passwort für „{portal}“ selbst festlegen. Danach melden Sie sich mit Ihrem Kontonamen und dem neuen Passwort an.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Passwort festlegen', to: 'link' },
        { kind: 'deadline', text: 'Der Link gilt {validUntil} und lässt sich nur einmal verwenden.' },
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier fordern Sie jederzeit einen neuen an: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Haben Sie diese E-Mail nicht erwartet? Dann brauchen Sie nichts zu tun: Solange niemand den Link verwendet, ändert sich nichts. Leiten Sie diese E-Mail bitte nicht weiter.',
        },
        { kind: 'note', text: 'Fragen beantwortet Ihnen {sender}: {supportContact}' },
        { kind: 'signature', text: 'Freundliche Grüße\n{sender}' },
      ],
    },
    'de-DU': {
      subject: 'Lege ein neues Passwort fest: {portal}',
      preheader: 'Mit diesem Link legst du dein Passwort selbst fest. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Lege ein neues Passwort fest' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: '{sender} schickt dir diese E-Mail, damit du das Passwort für „{portal}“ selbst festlegst. Danach meldest du dich mit deinem Kontonamen und dem neuen Passwort an.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Passwort festlegen', to: 'link' },
        { kind: 'deadline', text: 'Der Link gilt {validUntil} und lässt sich nur einmal verwenden.' },
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier forderst du jederzeit einen neuen an: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Hast du diese E-Mail nicht erwartet? Dann brauchst du nichts zu tun: Solange niemand den Link verwendet, ändert sich nichts. Leite diese E-Mail bitte nicht weiter.',
        },
        { kind: 'note', text: 'Fragen beantwortet dir {sender}: {supportContact}' },
        { kind: 'signature', text: 'Viele Grüße\n{sender}' },
      ],
    },
    en: {
      subject: 'Set a new password: {portal}',
      preheader: 'Use this link to set your password yourself. It is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Set a new password' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: '{sender} is sending you this e-mail so that you can set the password for “{portal}” yourself. Afterwards you sign in with your account name and the new password.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Set password', to: 'link' },
        { kind: 'deadline', text: 'The link is valid {validUntil} and can be used only once.' },
        { kind: 'note', text: 'Has the link run out? You can ask for a new one at any time: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Did you not expect this e-mail? Then there is nothing you need to do: as long as nobody uses the link, nothing changes. Please do not forward this e-mail.',
        },
        { kind: 'note', text: 'Questions? {sender} will gladly help: {supportContact}' },
        { kind: 'signature', text: 'Kind regards\n{sender}' },
      ],
    },
  },
});
