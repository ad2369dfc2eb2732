import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B123: leaves when staff have found the contact of somebody who registered. */
export const assignmentDoneTemplate = defineTemplate({
  key: 'assignment_done',
  section: 'customers',
  label: { de: 'Ihr Zugang ist freigeschaltet', du: 'Dein Zugang ist freigeschaltet', en: 'Your access is ready' },
  description: {
    de: 'Geht an eine Person, deren Registrierung einem Kontakt zugeordnet wurde.',
    en: 'Goes to a person whose registration has been assigned to a contact.',
  },
  consequence: {
    de: 'Solange das Template aus ist, erfährt niemand von selbst, dass die eigene Registrierung zugeordnet ist.',
    en: 'While it is off, nobody learns by themselves that their registration has been assigned.',
  },
  isUsed: false,
  needsLink: false,
  content: {
    de: {
      subject: 'Ihr Zugang zu „{portal}“ ist freigeschaltet',
      preheader: 'Ihre Registrierung ist zugeordnet. Sie können sich jetzt anmelden.',
      blocks: [
        { kind: 'heading', text: 'Ihr Zugang ist freigeschaltet' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat Ihre Registrierung zugeordnet. Nach der Anmeldung bei „{portal}“ sehen Sie jetzt alles, was zu Ihnen gehört.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Zum Portal', to: 'portalUrl' },
        common.de.support,
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Dein Zugang zu „{portal}“ ist freigeschaltet',
      preheader: 'Deine Registrierung ist zugeordnet. Du kannst dich jetzt anmelden.',
      blocks: [
        { kind: 'heading', text: 'Dein Zugang ist freigeschaltet' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat deine Registrierung zugeordnet. Nach der Anmeldung bei „{portal}“ siehst du jetzt alles, was zu dir gehört.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Zum Portal', to: 'portalUrl' },
        common['de-DU'].support,
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Your access to “{portal}” is ready',
      preheader: 'Your registration has been assigned. You can sign in now.',
      blocks: [
        { kind: 'heading', text: 'Your access is ready' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: '{sender} has assigned your registration. After signing in at “{portal}” you now see everything that belongs to you.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Go to the portal', to: 'portalUrl' },
        common.en.support,
        common.en.goodbye,
      ],
    },
  },
});
