import { defineTemplate } from '../template.ts';

/** Leaves when somebody gets a portal access for the first time. */
export const welcomeTemplate = defineTemplate({
  key: 'welcome',
  section: 'customers',
  label: { de: 'Willkommen im Portal', en: 'Welcome to the portal' },
  description: {
    de: 'Geht an eine Person, die zum ersten Mal Zugang zu einem Portal bekommt. Mit dem Link legt sie ihr Passwort fest.',
    en: 'Goes to a person who gets access to a portal for the first time. With the link they set their password.',
  },
  consequence: {
    de: 'Solange das Template aus ist, erfahren neue Personen nicht von selbst, dass sie Zugang haben.',
    en: 'While it is off, new people do not learn by themselves that they have access.',
  },
  isUsed: true,
  needsLink: true,
  content: {
    de: {
      subject: 'Willkommen: Ihr Zugang zu „{portal}“',
      preheader: 'Ihr Zugang ist eingerichtet, es fehlt nur noch Ihr Passwort. Der Link gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Ihr Zugang ist eingerichtet' },
        { kind: 'paragraph', text: '{salutation},' },
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
          ],
        },
        { kind: 'button', label: 'Passwort festlegen', to: 'link' },
        { kind: 'deadline', text: 'Der Link gilt {validUntil} und lässt sich nur einmal verwenden.' },
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier fordern Sie jederzeit einen neuen an: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Kennen Sie {sender} nicht? Dann brauchen Sie nichts zu tun: Ohne ein Passwort kann sich mit diesem Zugang niemand anmelden. Leiten Sie diese E-Mail bitte nicht weiter.',
        },
        { kind: 'note', text: 'Fragen beantwortet Ihnen {sender}: {supportContact}' },
        { kind: 'signature', text: 'Freundliche Grüße\n{sender}' },
      ],
    },
    'de-DU': {
      subject: 'Willkommen: Dein Zugang zu „{portal}“',
      preheader: 'Dein Zugang ist eingerichtet, es fehlt nur noch dein Passwort. Der Link gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Dein Zugang ist eingerichtet' },
        { kind: 'paragraph', text: '{salutation},' },
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
          ],
        },
        { kind: 'button', label: 'Passwort festlegen', to: 'link' },
        { kind: 'deadline', text: 'Der Link gilt {validUntil} und lässt sich nur einmal verwenden.' },
        { kind: 'note', text: 'Ist der Link abgelaufen? Hier forderst du jederzeit einen neuen an: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Kennst du {sender} nicht? Dann brauchst du nichts zu tun: Ohne ein Passwort kann sich mit diesem Zugang niemand anmelden. Leite diese E-Mail bitte nicht weiter.',
        },
        { kind: 'note', text: 'Fragen beantwortet dir {sender}: {supportContact}' },
        { kind: 'signature', text: 'Viele Grüße\n{sender}' },
      ],
    },
    en: {
      subject: 'Welcome: your access to “{portal}”',
      preheader: 'Your access is ready, only your password is missing. The link is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Your access is ready' },
        { kind: 'paragraph', text: '{salutation},' },
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
          ],
        },
        { kind: 'button', label: 'Set password', to: 'link' },
        { kind: 'deadline', text: 'The link is valid {validUntil} and can be used only once.' },
        { kind: 'note', text: 'Has the link run out? You can ask for a new one at any time: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'You do not know {sender}? Then there is nothing you need to do: without a password nobody can sign in with this access. Please do not forward this e-mail.',
        },
        { kind: 'note', text: 'Questions? {sender} will gladly help: {supportContact}' },
        { kind: 'signature', text: 'Kind regards\n{sender}' },
      ],
    },
  },
});
