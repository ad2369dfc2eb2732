import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B115: tells staff of accesses that end soon. One mail for all of a portal that have come near since the last one. */
export const accessExpiringStaffTemplate = defineTemplate({
  key: 'access_expiring_to_staff',
  section: 'users',
  label: { de: 'Zugänge laufen bald ab', en: 'Accesses end soon' },
  description: {
    de: 'Geht an die eingestellten Benutzer, wenn sich Ablaufdaten von Zugängen eines Portals nähern.',
    en: 'Goes to the configured users when expiry dates of a portal’s accesses come near.',
  },
  consequence: {
    de: 'Solange das Template aus ist, sieht nahende Ablaufdaten nur, wer in die Konsole schaut.',
    en: 'While it is off, only people who look into the console see expiry dates that come near.',
  },
  isUsed: true,
  needsLink: false,
  details: ['count', 'expiresOn', 'pageUrl'],
  content: {
    de: {
      subject: 'Zugänge zu „{portal}“ laufen bald ab',
      preheader: 'Wer länger hineindarf, dessen Ablaufdatum lässt sich mit einem Klick verschieben.',
      blocks: [
        { kind: 'heading', text: 'Zugänge laufen bald ab' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'bei „{portal}“ nähern sich Ablaufdaten. Danach können sich diese Personen nicht mehr anmelden. Wer länger hineindarf, dessen Ablaufdatum lässt sich in der Liste verschieben.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Zugänge', text: '{count}' },
            { label: 'Nächstes Ablaufdatum', text: '{expiresOn}' },
          ],
        },
        { kind: 'button', label: 'Zugänge ansehen', to: 'pageUrl' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Zugänge zu „{portal}“ laufen bald ab',
      preheader: 'Wer länger hineindarf, dessen Ablaufdatum lässt sich mit einem Klick verschieben.',
      blocks: [
        { kind: 'heading', text: 'Zugänge laufen bald ab' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'bei „{portal}“ nähern sich Ablaufdaten. Danach können sich diese Personen nicht mehr anmelden. Wer länger hineindarf, dessen Ablaufdatum lässt sich in der Liste verschieben.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Zugänge', text: '{count}' },
            { label: 'Nächstes Ablaufdatum', text: '{expiresOn}' },
          ],
        },
        { kind: 'button', label: 'Zugänge ansehen', to: 'pageUrl' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Accesses to “{portal}” end soon',
      preheader: 'The expiry date of whoever may stay longer can be moved with one click.',
      blocks: [
        { kind: 'heading', text: 'Accesses end soon' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'At “{portal}”, expiry dates come near. After them these people can no longer sign in. The expiry date of whoever may stay longer can be moved in the list.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Accesses', text: '{count}' },
            { label: 'Next expiry date', text: '{expiresOn}' },
          ],
        },
        { kind: 'button', label: 'Look at the accesses', to: 'pageUrl' },
        common.en.goodbye,
      ],
    },
  },
});
