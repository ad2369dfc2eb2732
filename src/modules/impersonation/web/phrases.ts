import { definePhrases } from '../../../platform/phrases.ts';

export const impersonationPhrases = definePhrases({
  action: { de: 'Als Nutzer anmelden', en: 'Sign in as the user' },
  title: { de: 'Als {person} anmelden', en: 'Sign in as {person}' },
  body: {
    de: 'Sie sehen dann das Portal mit den Augen dieser Person, höchstens {length} lang. Im Protokoll steht jeder Schritt mit Ihrem Namen; Passwort, E-Mail-Adresse und Geräte der Person bleiben unzugänglich.',
    en: 'You then see the portal through this person’s eyes, for {length} at most. Every step is in the log with your name; the person’s password, e-mail address and devices stay out of reach.',
  },
  reason: { de: 'Grund', en: 'Reason' },
  reasonNote: { de: 'Zum Beispiel: Anruf, eine Rechnung wird nicht angezeigt.', en: 'For example: telephone call, a bill is not shown.' },
  verb: { de: 'Im Portal öffnen', en: 'Open in the portal' },

  running: { de: 'Anmeldungen als Nutzer', en: 'Sign-ins as the user' },
  runningNote: { de: 'Wer sich als diese Person angemeldet hat, und warum.', en: 'Who has signed in as this person, and why.' },
  none: { de: 'Bisher hat sich niemand als diese Person angemeldet.', en: 'Nobody has signed in as this person so far.' },
  now: { de: 'läuft', en: 'running' },
  asked: { de: 'noch nicht begonnen', en: 'not begun yet' },
  over: { de: 'beendet', en: 'ended' },
  end: { de: 'Beenden', en: 'End' },
  endNamed: { de: 'Anmeldung von {user} beenden', en: 'End the sign-in by {user}' },
  ended: { de: 'Die Anmeldung als Nutzer ist beendet.', en: 'The sign-in as the user has ended.' },
});
