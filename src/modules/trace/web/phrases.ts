import { definePhrases } from '../../../platform/phrases.ts';

export const tracePhrases = definePhrases({
  trace: { de: 'E-Mails an diese Person', en: 'E-mails to this person' },
  seeMail: { de: 'Diese E-Mail ansehen', en: 'See this e-mail' },
  traceOfOne: { de: 'Weg dieser E-Mail', en: 'The way of this e-mail' },
  traceNote: {
    de: 'Was bekannt ist und was sich nur vermuten lässt: Ob eine E-Mail gelesen wurde, erfährt kein Absender sicher.',
    en: 'What is known and what can only be presumed: no sender learns for certain whether an e-mail was read.',
  },
  traceNone: { de: 'Noch keine E-Mail an diese Person.', en: 'No e-mail to this person yet.' },
  withoutMail: { de: 'Ohne E-Mail', en: 'Without an e-mail' },
  elsewhere: { de: 'Ohne Zugang zu einem Portal', en: 'Without an access to a portal' },
  now: { de: 'jetzt', en: 'now' },
  serverSaid: { de: 'Antwort des Mailservers:', en: 'The mail server answered:' },

  // the steps; where a sentence begins with these words, they are its beginning
  requested: { de: 'Veranlasst', en: 'Requested' },
  queued: { de: 'In die Warteschlange gestellt', en: 'Put into the queue' },
  attempt: { de: 'Zustellversuch', en: 'Delivery attempt' },
  accepted: { de: 'Vom Mailserver angenommen', en: 'Accepted by the mail server' },
  kept: { de: 'Im Testpostfach abgelegt', en: 'Put into the test mailbox' },
  delayed: { de: 'Unterwegs verzögert', en: 'Delayed on the way' },
  refused: { de: 'Vom Mailserver endgültig abgelehnt', en: 'Refused for good by the mail server' },
  bounced: { de: 'Als unzustellbar zurückgekommen', en: 'Came back as undeliverable' },
  'given-up': { de: 'Aufgegeben', en: 'Given up' },
  withdrawn: { de: 'Nicht verschickt', en: 'Not sent' },
  held: { de: 'Zurückgehalten', en: 'Held' },
  waiting: { de: 'Wartet', en: 'Waiting' },
  retried: { de: 'Noch einmal zum Versand gegeben', en: 'Put forward for sending once more' },
  released: { de: 'Adresse wieder freigegeben', en: 'Address released' },
  'not-sent': { de: 'Nicht gesendet', en: 'Not sent' },
  machine: { de: 'Vermutlich ein Programm', en: 'Presumably a program' },
  opened: { de: 'Vermutlich geöffnet', en: 'Presumably opened' },
  superseded: { de: 'Durch eine neuere E-Mail ersetzt', en: 'Replaced by a newer e-mail' },
  expired: { de: 'Link abgelaufen', en: 'Link expired' },
  'password-set': { de: 'Passwort festgelegt', en: 'Password set' },
  'signed-in': { de: 'Danach zum ersten Mal angemeldet', en: 'First sign-in after that' },
});
