import { defineTemplate } from '../template.ts';

/** B018: leaves when a person asks for a new password on the page „Passwort vergessen“. */
export const resetPasswordTemplate = defineTemplate({
  key: 'reset_password',
  section: 'system',
  label: { de: 'Passwort vergessen', en: 'Forgotten password' },
  description: {
    de: 'Geht an eine Person, die auf der Seite „Passwort vergessen“ ein neues Passwort anfordert.',
    en: 'Goes to a person who asks for a new password on the page “Forgotten password”.',
  },
  consequence: {
    de: 'Solange das Template aus ist, kommt niemand über die Seite „Passwort vergessen“ wieder hinein.',
    en: 'While it is off, nobody gets back in through the page “Forgotten password”.',
  },
  isUsed: true,
  needsLink: true,
  content: {
    de: {
      subject: 'Neues Passwort für „{portal}“',
      preheader: 'Mit diesem Link legen Sie ein neues Passwort fest. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Neues Passwort festlegen' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'für Ihr Konto bei „{portal}“ wurde auf der Seite „Passwort vergessen“ ein neues Passwort angefordert. Mit dem folgenden Link legen Sie es fest.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Neues Passwort festlegen', to: 'link' },
        { kind: 'deadline', text: 'Der Link gilt {validUntil} und lässt sich nur einmal verwenden.' },
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier fordern Sie jederzeit einen neuen an: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Solange niemand den Link verwendet, ändert sich nichts. Leiten Sie diese E-Mail bitte nicht weiter.',
        },
        { kind: 'note', text: 'Fragen beantwortet Ihnen {sender}: {supportContact}' },
        { kind: 'signature', text: 'Freundliche Grüße\n{sender}' },
      ],
    },
    'de-DU': {
      subject: 'Neues Passwort für „{portal}“',
      preheader: 'Mit diesem Link legst du ein neues Passwort fest. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Neues Passwort festlegen' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'für dein Konto bei „{portal}“ wurde auf der Seite „Passwort vergessen“ ein neues Passwort angefordert. Mit dem folgenden Link legst du es fest.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Neues Passwort festlegen', to: 'link' },
        { kind: 'deadline', text: 'Der Link gilt {validUntil} und lässt sich nur einmal verwenden.' },
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier forderst du jederzeit einen neuen an: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Warst du das nicht? Dann brauchst du nichts zu tun: Solange niemand den Link verwendet, ändert sich nichts. Leite diese E-Mail bitte nicht weiter.',
        },
        { kind: 'note', text: 'Fragen beantwortet dir {sender}: {supportContact}' },
        { kind: 'signature', text: 'Viele Grüße\n{sender}' },
      ],
    },
    en: {
      subject: 'New password for “{portal}”',
      preheader: 'Use this link to set a new password. It is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Set a new password' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'A new password was asked for on the page “Forgotten password” for your account at “{portal}”. Use the following link to set it.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Set new password', to: 'link' },
        { kind: 'deadline', text: 'The link is valid {validUntil} and can be used only once.' },
        { kind: 'note', text: 'Has the link run out? You can ask for a new one at any time: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Was it not you? Then there is nothing you need to do: as long as nobody uses the link, nothing changes. Please do not forward this e-mail.',
        },
        { kind: 'note', text: 'Questions? {sender} will gladly help: {supportContact}' },
        { kind: 'signature', text: 'Kind regards\n{sender}' },
      ],
    },
  },
});
