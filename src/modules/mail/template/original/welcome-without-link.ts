import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** S3: leaves instead of `welcome` where somebody already has a password, because of another portal: there is nothing to set, so there is no link. */
export const welcomeWithoutLinkTemplate = defineTemplate({
  key: 'welcome_without_link',
  section: 'customers',
  label: { de: 'Willkommen in einem weiteren Portal', en: 'Welcome to one more portal' },
  description: {
    de: 'Geht an eine Person, die Zugang zu einem weiteren Portal bekommt und schon ein Passwort hat.',
    en: 'Goes to a person who gets access to one more portal and already has a password.',
  },
  consequence: {
    de: 'Solange das Template aus ist, erfahren Personen mit Passwort nicht von selbst, dass sie Zugang zu einem weiteren Portal haben.',
    en: 'While it is off, people with a password do not learn by themselves that they have access to one more portal.',
  },
  isUsed: true,
  needsLink: false,
  content: {
    de: {
      subject: 'Willkommen: Ihr Zugang zu „{portal}“',
      preheader: 'Melden Sie sich mit dem Passwort an, das Sie schon haben.',
      blocks: [
        { kind: 'heading', text: 'Ihr Zugang ist eingerichtet' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat Ihnen Zugang zu „{portal}“ gegeben. Sie können sich sofort anmelden, mit Ihrem Kontonamen und dem Passwort, das Sie schon haben.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Portal', text: '{portalUrl}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Zum Portal', to: 'portalUrl' },
        common.de.goodbye,
        { kind: 'note', text: 'Wissen Sie Ihr Passwort nicht mehr? Hier legen Sie jederzeit ein neues fest: {forgotPasswordUrl}' },
        common.de.support,
      ],
    },
    'de-DU': {
      subject: 'Willkommen: Dein Zugang zu „{portal}“',
      preheader: 'Melde dich mit dem Passwort an, das du schon hast.',
      blocks: [
        { kind: 'heading', text: 'Dein Zugang ist eingerichtet' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat dir Zugang zu „{portal}“ gegeben. Du kannst dich sofort anmelden, mit deinem Kontonamen und dem Passwort, das du schon hast.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Portal', text: '{portalUrl}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Zum Portal', to: 'portalUrl' },
        common['de-DU'].goodbye,
        { kind: 'note', text: 'Weißt du dein Passwort nicht mehr? Hier legst du jederzeit ein neues fest: {forgotPasswordUrl}' },
        common['de-DU'].support,
      ],
    },
    en: {
      subject: 'Welcome: your access to “{portal}”',
      preheader: 'Sign in with the password that you already have.',
      blocks: [
        { kind: 'heading', text: 'Your access is ready' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: '{sender} has given you access to “{portal}”. You can sign in at once, with your account name and the password that you already have.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Portal', text: '{portalUrl}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Go to the portal', to: 'portalUrl' },
        common.en.goodbye,
        { kind: 'note', text: 'Have you forgotten your password? You can set a new one at any time: {forgotPasswordUrl}' },
        common.en.support,
      ],
    },
  },
});
