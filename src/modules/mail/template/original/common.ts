import type { Block } from '../template.ts';

/** What many mails say in the same words: how they begin, whom to ask, how they end. */
export const common = {
  de: {
    greeting: { kind: 'paragraph', text: '{salutation},' },
    deadline: { kind: 'deadline', text: 'Der Link gilt {validUntil} und lässt sich nur einmal verwenden.' },
    keep: 'Leiten Sie diese E-Mail bitte nicht weiter.',
    support: { kind: 'note', text: 'Fragen beantwortet Ihnen {sender}: {supportContact}' },
    goodbye: { kind: 'signature', text: 'Freundliche Grüße\n{sender}' },
  },
  'de-DU': {
    greeting: { kind: 'paragraph', text: '{salutation},' },
    deadline: { kind: 'deadline', text: 'Der Link gilt {validUntil} und lässt sich nur einmal verwenden.' },
    keep: 'Leite diese E-Mail bitte nicht weiter.',
    support: { kind: 'note', text: 'Fragen beantwortet dir {sender}: {supportContact}' },
    goodbye: { kind: 'signature', text: 'Viele Grüße\n{sender}' },
  },
  en: {
    greeting: { kind: 'paragraph', text: '{salutation},' },
    deadline: { kind: 'deadline', text: 'The link is valid {validUntil} and can be used only once.' },
    keep: 'Please do not forward this e-mail.',
    support: { kind: 'note', text: 'Questions? {sender} will gladly help: {supportContact}' },
    goodbye: { kind: 'signature', text: 'Kind regards\n{sender}' },
  },
} as const satisfies Record<string, Record<string, Block | string>>;
