import { defineTemplate } from '../template.ts';

/** Goes to the address before, so that a login that is led to another mailbox does not change hands unnoticed. */
export const emailChangeNoticeTemplate = defineTemplate({
  key: 'email_change_notice',
  section: 'system',
  label: { de: 'Ihre E-Mail-Adresse wurde geändert', du: 'Deine E-Mail-Adresse wurde geändert', en: 'Your e-mail address was changed' },
  description: {
    de: 'Geht an die bisherige Adresse einer Person, die schon ein Passwort hat, wenn ihre E-Mail-Adresse geändert wurde.',
    en: 'Goes to the previous address of a person who already has a password when their e-mail address was changed.',
  },
  consequence: {
    de: 'Solange das Template aus ist, merkt niemand, wenn der eigene Zugang auf eine fremde Adresse umgestellt wurde.',
    en: 'While it is off, nobody notices when their access has been moved to somebody else’s address.',
  },
  isUsed: true,
  needsLink: false,
  details: ['newAddress', 'actor'],
  content: {
    de: {
      subject: 'Ihre E-Mail-Adresse für „{portal}“ wurde geändert',
      preheader: 'War das so gewünscht, ist nichts zu tun.',
      blocks: [
        { kind: 'heading', text: 'Ihre E-Mail-Adresse wurde geändert' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'die E-Mail-Adresse, die zu Ihrem Konto bei „{portal}“ gehört, wurde geändert. Ab jetzt gehen alle Nachrichten dorthin, auch die, mit denen sich ein neues Passwort festlegen lässt.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Neue Adresse', text: '{newAddress}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Geändert von', text: '{actor}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Kennen Sie die neue Adresse? Dann ist nichts weiter zu tun.' },
        { kind: 'deadline', text: 'Gehört die neue Adresse nicht Ihnen? Dann sagen Sie {sender} bitte sofort Bescheid.' },
        { kind: 'note', text: 'So erreichen Sie {sender}: {supportContact}' },
        { kind: 'signature', text: 'Freundliche Grüße\n{sender}' },
      ],
    },
    'de-DU': {
      subject: 'Deine E-Mail-Adresse für „{portal}“ wurde geändert',
      preheader: 'War das so gewünscht, ist nichts zu tun.',
      blocks: [
        { kind: 'heading', text: 'Deine E-Mail-Adresse wurde geändert' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'die E-Mail-Adresse, die zu deinem Konto bei „{portal}“ gehört, wurde geändert. Ab jetzt gehen alle Nachrichten dorthin, auch die, mit denen sich ein neues Passwort festlegen lässt.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Neue Adresse', text: '{newAddress}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
            { label: 'Geändert von', text: '{actor}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Kennst du die neue Adresse? Dann ist nichts weiter zu tun.' },
        { kind: 'deadline', text: 'Gehört die neue Adresse nicht dir? Dann sage {sender} bitte sofort Bescheid.' },
        { kind: 'note', text: 'So erreichst du {sender}: {supportContact}' },
        { kind: 'signature', text: 'Viele Grüße\n{sender}' },
      ],
    },
    en: {
      subject: 'Your e-mail address for “{portal}” was changed',
      preheader: 'If this was intended, there is nothing to do.',
      blocks: [
        { kind: 'heading', text: 'Your e-mail address was changed' },
        { kind: 'paragraph', text: '{salutation},' },
        {
          kind: 'paragraph',
          text: 'The e-mail address that belongs to your account at “{portal}” was changed. From now on all messages go there, including those for setting a new password.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'New address', text: '{newAddress}' },
            { label: 'Time', text: '{occurredAt}' },
            { label: 'Changed by', text: '{actor}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'paragraph', text: 'Do you know the new address? Then there is nothing more to do.' },
        { kind: 'deadline', text: 'Is the new address not yours? Then please tell {sender} at once.' },
        { kind: 'note', text: 'How to reach {sender}: {supportContact}' },
        { kind: 'signature', text: 'Kind regards\n{sender}' },
      ],
    },
  },
});
