import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B105, B123: tells staff that a registration waits for somebody to decide whose it is; `about` is the name and address that were given. */
export const registrationPendingTemplate = defineTemplate({
  key: 'registration_pending_to_staff',
  section: 'users',
  label: { de: 'Eine Registrierung wartet auf Zuordnung', en: 'A registration waits for assignment' },
  description: {
    de: 'Geht an die eingestellten Benutzer, wenn zu einer Registrierung kein eindeutiger Kontakt gefunden wurde.',
    en: 'Goes to the configured users when no single matching contact was found for a registration.',
  },
  consequence: {
    de: 'Solange das Template aus ist, sieht eine wartende Registrierung nur, wer in die Konsole schaut.',
    en: 'While it is off, only people who look into the console see a registration that waits.',
  },
  isUsed: true,
  needsLink: false,
  details: ['about', 'reason', 'pageUrl'],
  sample: { about: 'Jörg Groß, j.gross@beispiel.example', reason: 'Zwei Kontakte mit dieser Adresse' },
  content: {
    de: {
      subject: 'Eine Registrierung bei „{portal}“ wartet auf Zuordnung',
      preheader: 'Zu dieser Registrierung passt kein Kontakt eindeutig.',
      blocks: [
        { kind: 'heading', text: 'Eine Registrierung wartet auf Zuordnung' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'bei „{portal}“ hat sich jemand registriert, zu dem kein Kontakt eindeutig passt. Bis zur Zuordnung sieht diese Person keine Daten.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Registriert hat sich', text: '{about}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Grund', text: '{reason}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Registrierung zuordnen', to: 'pageUrl' },
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Eine Registrierung bei „{portal}“ wartet auf Zuordnung',
      preheader: 'Zu dieser Registrierung passt kein Kontakt eindeutig.',
      blocks: [
        { kind: 'heading', text: 'Eine Registrierung wartet auf Zuordnung' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'bei „{portal}“ hat sich jemand registriert, zu dem kein Kontakt eindeutig passt. Bis zur Zuordnung sieht diese Person keine Daten.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Registriert hat sich', text: '{about}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Grund', text: '{reason}' },
            { label: 'Zeitpunkt', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Registrierung zuordnen', to: 'pageUrl' },
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'A registration at “{portal}” waits for assignment',
      preheader: 'No single matching contact was found for this registration.',
      blocks: [
        { kind: 'heading', text: 'A registration waits for assignment' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'Somebody has registered at “{portal}” for whom no single matching contact was found. Until it is assigned, this person sees no data.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Registered', text: '{about}' },
            { label: 'Portal', text: '{portal}' },
            { label: 'Reason', text: '{reason}' },
            { label: 'Time', text: '{occurredAt}' },
          ],
        },
        { kind: 'button', label: 'Assign registration', to: 'pageUrl' },
        common.en.goodbye,
      ],
    },
  },
});
