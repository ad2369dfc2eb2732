import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B123: leaves when staff have found the contact of somebody who registered; `about` is that contact's name. */
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
  isUsed: true,
  needsLink: false,
  details: ['about'],
  sample: { about: 'Anna Müller' },
  content: {
    de: {
      subject: 'Ihr Zugang zu „{portal}“ ist freigeschaltet',
      preheader: 'Melden Sie sich an: Jetzt sehen Sie alles, was zu Ihnen gehört.',
      blocks: [
        { kind: 'heading', text: 'Ihr Zugang ist freigeschaltet' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat Ihre Registrierung geprüft und Ihren Zugang freigeschaltet. Nach der Anmeldung bei „{portal}“ sehen Sie jetzt alles, was zu Ihnen gehört.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Freigeschaltet für', text: '{about}' },
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
      preheader: 'Melde dich an: Jetzt siehst du alles, was zu dir gehört.',
      blocks: [
        { kind: 'heading', text: 'Dein Zugang ist freigeschaltet' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: '{sender} hat deine Registrierung geprüft und deinen Zugang freigeschaltet. Nach der Anmeldung bei „{portal}“ siehst du jetzt alles, was zu dir gehört.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Freigeschaltet für', text: '{about}' },
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
      preheader: 'Sign in: now you see everything that belongs to you.',
      blocks: [
        { kind: 'heading', text: 'Your access is ready' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: '{sender} has checked and approved your registration. After signing in at “{portal}” you now see everything that belongs to you.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Approved for', text: '{about}' },
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
