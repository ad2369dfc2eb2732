import { definePhrases } from '../../platform/phrases.ts';

export const words = definePhrases({
  title: { de: 'Als {person} anmelden', en: 'Sign in as {person}' },
  person: { de: 'Person', en: 'Person' },
  accountName: { de: 'Kontoname', en: 'Account name' },
  reason: { de: 'Grund', en: 'Reason' },
  until: { de: 'Endet spätestens', en: 'Ends at the latest' },
  hint: {
    de: 'Alles, was Sie so tun, steht mit Ihrem Namen im Protokoll. Passwort, E-Mail-Adresse und Geräte der Person bleiben unzugänglich.',
    du: 'Alles, was du so tust, steht mit deinem Namen im Protokoll. Passwort, E-Mail-Adresse und Geräte der Person bleiben unzugänglich.',
    en: 'Everything you do this way is in the log with your name. The person’s password, e-mail address and devices stay out of reach.',
  },
  told: { de: 'Die Person bekommt eine E-Mail darüber.', en: 'The person is told by e-mail.' },
  begin: { de: 'Als {person} anmelden', en: 'Sign in as {person}' },
});
