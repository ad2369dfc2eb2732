import { defineRefusals } from '../../platform/refusal.ts';

export const refuse = defineRefusals('impersonation', {
  'not-admitted': {
    kind: 'conflict',
    de: 'Die Person kann sich selbst nicht anmelden; deshalb kann es auch niemand an ihrer Stelle.',
    en: 'The person cannot sign in themselves, so nobody can in their place.',
  },
  unknown: { kind: 'missing', de: 'Diese Anmeldung als Nutzer gibt es nicht.', en: 'There is no such sign-in as a user.' },
  gone: {
    kind: 'gone',
    de: 'Diese Adresse gilt nur einmal, nur wenige Minuten und nur in dem Browser, in dem sie geholt wurde. Bitte in der Konsole noch einmal „Als Nutzer anmelden“ wählen.',
    en: 'This address works once, for a few minutes, and only in the browser it was fetched in. Please choose “Sign in as a user” in the console again.',
  },
});
