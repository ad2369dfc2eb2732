import { definePhrases } from '../../platform/phrases.ts';

/** The line of time of a mail. No sentence promises more than is known. */
export const words = definePhrases({
  'requested-user': { de: 'Veranlasst von {actor}.', en: 'Requested by {actor}.' },
  'requested-unknown-user': {
    de: 'Veranlasst von jemandem, der nicht mehr gespeichert ist.',
    en: 'Requested by somebody who is no longer stored.',
  },
  'requested-forgotten': {
    de: 'Von der Person angefordert mit „Passwort vergessen“.',
    en: 'Requested by the person with “Forgotten password”.',
  },
  'requested-renewed': {
    de: 'Auf der Seite eines älteren Links neu angefordert.',
    en: 'Requested anew on the page of an older link.',
  },
  'requested-person': { de: 'Von der Person selbst ausgelöst.', en: 'Caused by the person.' },
  'requested-reminder': {
    de: 'Von Pforte veranlasst: Erinnerung an die offene Einladung.',
    en: 'Requested by Pforte: reminder of the open invitation.',
  },
  'requested-reminder-number': {
    de: 'Von Pforte veranlasst: {number}. Erinnerung an die offene Einladung.',
    en: 'Requested by Pforte: reminder {number} of the open invitation.',
  },
  'requested-system': { de: 'Von Pforte veranlasst.', en: 'Requested by Pforte.' },
  queued: { de: 'In die Warteschlange gestellt, an {address}.', en: 'Put into the queue, to {address}.' },

  running: { de: '{number}. Versuch: läuft gerade.', en: 'Try {number}: under way.' },
  interrupted: { de: '{number}. Versuch: ohne Ergebnis beendet.', en: 'Try {number}: ended without a result.' },
  attempt: { de: '{number}. Versuch: {cause}', en: 'Try {number}: {cause}' },
  deferred: { de: 'noch nicht angenommen.', en: 'not accepted yet.' },
  unknown: {
    de: '{number}. Versuch: Ob der Mailserver die E-Mail genommen hat, ist nicht bekannt. {cause}',
    en: 'Try {number}: it is not known whether the mail server has taken the e-mail. {cause}',
  },
  accepted: {
    de: 'Vom Mailserver angenommen. Ob sie im Postfach liegt, weiß nur der Empfänger.',
    en: 'Accepted by the mail server. Only the recipient knows whether it is in the mailbox.',
  },
  'accepted-by': {
    de: 'Vom Mailserver angenommen ({host}). Ob sie im Postfach liegt, weiß nur der Empfänger.',
    en: 'Accepted by the mail server ({host}). Only the recipient knows whether it is in the mailbox.',
  },
  kept: {
    de: 'Im Testpostfach abgelegt. Niemand außerhalb hat sie bekommen.',
    en: 'Put into the test mailbox. Nobody outside has got it.',
  },
  delayed: {
    de: 'Ein Server auf dem weiteren Weg hat sie noch nicht zugestellt und versucht es weiter.',
    en: 'A server further along has not delivered it yet and goes on trying.',
  },
  refused: { de: 'Vom Mailserver endgültig abgelehnt. {cause}', en: 'Refused for good by the mail server. {cause}' },
  bounced: {
    de: 'Als unzustellbar zurückgekommen: Im Postfach liegt sie nicht.',
    en: 'Came back as undeliverable: it is not in the mailbox.',
  },
  'given-up': { de: 'Aufgegeben nach dem letzten Versuch.', en: 'Given up after the last try.' },
  withdrawn: { de: 'Nicht verschickt. {cause}', en: 'Not sent. {cause}' },
  retried: { de: 'Noch einmal zum Versand gegeben von {actor}.', en: 'Put forward for sending once more by {actor}.' },
  'retried-unknown': { de: 'Noch einmal zum Versand gegeben.', en: 'Put forward for sending once more.' },
  released: { de: 'Adresse wieder freigegeben von {actor}.', en: 'Address released by {actor}.' },
  'released-unknown': { de: 'Adresse wieder freigegeben.', en: 'Address released.' },

  'machine-prefetch': {
    de: 'Link vorab geladen: vermutlich von einem Mail- oder Browserprogramm, nicht von einem Menschen.',
    en: 'Link loaded ahead: presumably by a mail program or browser, not by a person.',
  },
  'machine-head': {
    de: 'Nur nachgesehen, ob es den Link gibt: vermutlich ein Prüfprogramm.',
    en: 'Only looked up whether the link exists: presumably a checking program.',
  },
  'machine-scanner': { de: 'Link abgerufen: vermutlich ein Prüfprogramm.', en: 'Link requested: presumably a checking program.' },
  'machine-preview': { de: 'Link abgerufen: vermutlich für eine Vorschau.', en: 'Link requested: presumably for a preview.' },
  'machine-program': { de: 'Link abgerufen: vermutlich ein Programm.', en: 'Link requested: presumably a program.' },
  'machine-at-once': {
    de: 'Link gleich nach der Übergabe abgerufen: vermutlich ein Prüfprogramm.',
    en: 'Link requested right after the hand-over: presumably a checking program.',
  },
  'machine-no-browser': {
    de: 'Link abgerufen, aber nicht wie von einem Browser: vermutlich ein Prüfprogramm.',
    en: 'Link requested, but not as a browser does: presumably a checking program.',
  },
  opened: { de: 'Link geöffnet, vermutlich von einem Menschen.', en: 'Link opened, presumably by a person.' },
  visitor: { de: 'Angabe des Programms: {program}.', en: 'What the program says it is: {program}.' },
  'further-one': { de: 'Danach noch einmal, am {at}.', en: 'Once more after that, on {at}.' },
  'further-many': { de: 'Danach noch {count}-mal, zuletzt am {at}.', en: '{count} times more after that, last on {at}.' },
  'no-longer-used': { de: 'Er war da schon benutzt.', en: 'It had been used by then.' },
  'no-longer-superseded': { de: 'Er war da schon durch eine neuere E-Mail ersetzt.', en: 'A newer e-mail had replaced it by then.' },
  'no-longer-expired': { de: 'Er war da schon abgelaufen.', en: 'It had expired by then.' },
  superseded: {
    de: 'Durch eine neuere E-Mail ersetzt: Dieser Link gilt nicht mehr.',
    en: 'Replaced by a newer e-mail: this link no longer works.',
  },
  expired: {
    de: 'Link abgelaufen, ohne dass damit ein Passwort festgelegt wurde.',
    en: 'Link expired without a password having been set with it.',
  },

  'password-set': { de: 'Passwort festgelegt, mit dem Link dieser E-Mail.', en: 'Password set, with the link of this e-mail.' },
  'password-set-link': { de: 'Passwort festgelegt, mit einem Link.', en: 'Password set, with a link.' },
  'password-set-oneself': { de: 'Passwort im Profil geändert.', en: 'Password changed in the profile.' },
  'password-set-staff': { de: 'Passwort eingetragen von {actor}.', en: 'Password entered by {actor}.' },
  'password-set-operator': { de: 'Passwort auf dem Server gesetzt.', en: 'Password set on the server.' },
  'signed-in': { de: 'Danach zum ersten Mal angemeldet.', en: 'First sign-in after that.' },

  'not-sent-reminder': { de: 'Erinnerung an die Einladung nicht gesendet: {reason}', en: 'Reminder of the invitation not sent: {reason}' },
  'not-sent-forgotten': {
    de: '„Passwort vergessen“ angefordert, aber keine E-Mail gesendet: {reason}',
    en: '“Forgotten password” requested, but no e-mail sent: {reason}',
  },
  'not-sent-notice': { de: 'Benachrichtigung nicht gesendet: {reason}', en: 'Notice not sent: {reason}' },
  'template-inactive': { de: 'Das E-Mail Template ist ausgeschaltet.', en: 'The e-mail template is switched off.' },
  'no-transport': { de: 'Es ist kein Versandweg eingerichtet.', en: 'No way of sending is set up.' },
  'no-address': { de: 'Es ist keine E-Mail-Adresse gespeichert.', en: 'No e-mail address is stored.' },
  'invalid-address': { de: 'Die gespeicherte E-Mail-Adresse ist nicht gültig.', en: 'The stored e-mail address is not valid.' },
  blocked: { de: 'Der Zugang ist gesperrt.', en: 'The access is blocked.' },
  deleted: { de: 'Der Zugang wurde gelöscht.', en: 'The access was deleted.' },
  'company-closed': { de: 'Das Unternehmen ist abgeschaltet.', en: 'The company is switched off.' },
  'portal-closed': { de: 'Das Portal ist abgeschaltet.', en: 'The portal is switched off.' },
  'access-expired': { de: 'Der Zugang ist abgelaufen.', en: 'The access has expired.' },
  'no-reason': { de: 'Der Grund ist nicht gespeichert.', en: 'The reason is not stored.' },

  'next-reminder': { de: 'Nächste Erinnerung am {day}.', en: 'Next reminder on {day}.' },
  'next-reminder-doubtful': {
    de: 'Nächste Erinnerung am {day}, wieder an {address}: Dort kam die letzte E-Mail nicht an.',
    en: 'Next reminder on {day}, again to {address}, where the last e-mail did not arrive.',
  },
  'next-reminder-held': {
    de: 'Am {day} wäre die nächste Erinnerung fällig. Sie wird zurückgehalten, solange {address} als unzustellbar gilt.',
    en: 'The next reminder would be due on {day}. It is held for as long as {address} counts as undeliverable.',
  },
  'next-reminder-impossible': {
    de: 'Am {day} wäre die nächste Erinnerung fällig, sie kann aber nicht gesendet werden: {reason}',
    en: 'The next reminder would be due on {day}, but cannot be sent: {reason}',
  },
  somebody: { de: 'jemandem', en: 'somebody' },
});

export type TraceWord = Parameters<ReturnType<typeof words>>[0];
