import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B086 to B088: tells a user that leads of a colleague are theirs now. */
export const leadsReassignedTemplate = defineTemplate({
  key: 'leads_reassigned',
  section: 'users',
  label: { de: 'Leads wurden Ihnen übergeben', du: 'Leads wurden dir übergeben', en: 'Leads were handed over to you' },
  description: {
    de: 'Geht an den Benutzer, dem Leads übergeben wurden.',
    en: 'Goes to the user to whom leads were handed over.',
  },
  consequence: {
    de: 'Solange das Template aus ist, sieht ein Benutzer erst in der Liste, dass Leads dazugekommen sind.',
    en: 'While it is off, users see only in their list that leads have been added.',
  },
  isUsed: false,
  needsLink: false,
  details: ['actor', 'about', 'count', 'pageUrl'],
  content: {
    de: {
      subject: 'Leads wurden Ihnen übergeben',
      preheader: 'Ab jetzt sind Sie dafür zuständig.',
      blocks: [
        { kind: 'heading', text: 'Leads wurden Ihnen übergeben' },
        common.de.greeting,
        { kind: 'paragraph', text: 'Ihnen wurden Leads übergeben. Ab jetzt sind Sie dafür zuständig.' },
        {
          kind: 'facts',
          facts: [
            { label: 'Anzahl', text: '{count}' },
            { label: 'Bisher zuständig', text: '{about}' },
            { label: 'Übergeben von', text: '{actor}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Leads ansehen', to: 'pageUrl' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Leads wurden dir übergeben',
      preheader: 'Ab jetzt bist du dafür zuständig.',
      blocks: [
        { kind: 'heading', text: 'Leads wurden dir übergeben' },
        common['de-DU'].greeting,
        { kind: 'paragraph', text: 'dir wurden Leads übergeben. Ab jetzt bist du dafür zuständig.' },
        {
          kind: 'facts',
          facts: [
            { label: 'Anzahl', text: '{count}' },
            { label: 'Bisher zuständig', text: '{about}' },
            { label: 'Übergeben von', text: '{actor}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Leads ansehen', to: 'pageUrl' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Leads were handed over to you',
      preheader: 'They are yours from now on.',
      blocks: [
        { kind: 'heading', text: 'Leads were handed over to you' },
        common.en.greeting,
        { kind: 'paragraph', text: 'Leads were handed over to you. They are yours from now on.' },
        {
          kind: 'facts',
          facts: [
            { label: 'Number', text: '{count}' },
            { label: 'Owner before', text: '{about}' },
            { label: 'Handed over by', text: '{actor}' },
            { label: 'Time', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Show leads', to: 'pageUrl' },
        common.en.goodbye,
      ],
    },
  },
});
