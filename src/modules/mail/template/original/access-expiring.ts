import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B115, B121: `expiresOn` is the first day on which signing in is denied, from 00:00 in the portal's time zone. */
export const accessExpiringTemplate = defineTemplate({
  key: 'access_expiring',
  section: 'customers',
  label: { de: 'Ihr Zugang läuft bald ab', du: 'Dein Zugang läuft bald ab', en: 'Your access ends soon' },
  description: {
    de: 'Geht an eine Person, deren Zugang an einem bestimmten Tag endet.',
    en: 'Goes to a person whose access ends on a certain day.',
  },
  consequence: {
    de: 'Solange das Template aus ist, endet ein Zugang ohne Ankündigung.',
    en: 'While it is off, an access ends without notice.',
  },
  isUsed: true,
  needsLink: false,
  details: ['expiresOn', 'lastDay'],
  content: {
    de: {
      subject: 'Ihr Zugang zu „{portal}“ läuft bald ab',
      preheader: 'Danach können Sie sich nicht mehr anmelden.',
      blocks: [
        { kind: 'heading', text: 'Ihr Zugang läuft bald ab' },
        common.de.greeting,
        { kind: 'paragraph', text: 'Ihr Zugang zu „{portal}“ läuft bald ab.' },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'deadline', text: 'Der letzte Tag mit Zugang ist {lastDay}. Ab {expiresOn} können Sie sich nicht mehr anmelden.' },
        { kind: 'paragraph', text: 'Brauchen Sie den Zugang länger? Dann sagen Sie {sender} bitte vorher Bescheid.' },
        { kind: 'button', label: 'Zum Portal', to: 'portalUrl' },
        { kind: 'note', text: 'So erreichen Sie {sender}: {supportContact}' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Dein Zugang zu „{portal}“ läuft bald ab',
      preheader: 'Danach kannst du dich nicht mehr anmelden.',
      blocks: [
        { kind: 'heading', text: 'Dein Zugang läuft bald ab' },
        common['de-DU'].greeting,
        { kind: 'paragraph', text: 'dein Zugang zu „{portal}“ läuft bald ab.' },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'deadline', text: 'Der letzte Tag mit Zugang ist {lastDay}. Ab {expiresOn} kannst du dich nicht mehr anmelden.' },
        { kind: 'paragraph', text: 'Brauchst du den Zugang länger? Dann sage {sender} bitte vorher Bescheid.' },
        { kind: 'button', label: 'Zum Portal', to: 'portalUrl' },
        { kind: 'note', text: 'So erreichst du {sender}: {supportContact}' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Your access to “{portal}” ends soon',
      preheader: 'After that you can no longer sign in.',
      blocks: [
        { kind: 'heading', text: 'Your access ends soon' },
        common.en.greeting,
        { kind: 'paragraph', text: 'Your access to “{portal}” ends soon.' },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'deadline', text: 'The last day with access is {lastDay}. From {expiresOn} on you can no longer sign in.' },
        { kind: 'paragraph', text: 'Do you need the access for longer? Then please tell {sender} before that day.' },
        { kind: 'button', label: 'Go to the portal', to: 'portalUrl' },
        { kind: 'note', text: 'How to reach {sender}: {supportContact}' },
        common.en.goodbye,
      ],
    },
  },
});
