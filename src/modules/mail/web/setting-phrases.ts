import { definePhrases } from '../../../platform/phrases.ts';

export const settingPhrases = definePhrases({
  saved: { de: 'E-Mail-Einstellungen gespeichert.', en: 'E-mail settings saved.' },
  mayNotEdit: {
    de: 'Ändern können diese Einstellungen nur Administratoren.',
    en: 'Only administrators can change these settings.',
  },
  fromOperator: {
    de: 'Diese Angaben stammen vom Betreiber der Installation (PFORTE_SMTP_URL). Sobald hier etwas gespeichert wird, gelten die Angaben auf dieser Seite.',
    en: 'These details come from whoever runs this installation (PFORTE_SMTP_URL). Once something is saved here, the details on this page apply.',
  },

  // B026: the ways, in the order that the help article names
  way: { de: 'Versandweg', en: 'Way of sending' },
  wayNote: { de: 'Worüber E-Mails verschickt werden.', en: 'How e-mails are sent.' },
  smtp: { de: 'SMTP', en: 'SMTP' },
  smtpNote: {
    de: 'Über einen Mailserver, mit den Zugangsdaten eines Postfachs.',
    en: 'Through a mail server, with the login of a mailbox.',
  },
  sendmail: { de: 'Sendmail', en: 'Sendmail' },
  sendmailNote: { de: 'Über das Sendmail-Programm des Servers.', en: 'Through the sendmail program of this server.' },
  mail: { de: 'Mail', en: 'Mail' },
  mailNote: {
    de: 'Über den Mailserver dieser Installation. Es sind keine Zugangsdaten nötig.',
    en: 'Through the mail server of this installation. No login is needed.',
  },
  'test-mailbox': { de: 'Testpostfach', en: 'Test mailbox' },
  none: { de: 'Nicht eingerichtet', en: 'Not set up' },
  testMailboxNote: {
    de: 'Zum Ausprobieren: Es wird nichts versendet, alle E-Mails lassen sich hier ansehen.',
    en: 'For trying out: nothing is sent, all e-mails can be looked at here.',
  },
  mailExplained: {
    de: 'E-Mails gehen über den Mailserver dieser Installation ({relay}). Damit sie ankommen, braucht die Absenderdomain einen SPF-Eintrag im DNS, der diesem Server das Senden erlaubt. Was dort einzutragen ist, steht nach dem Speichern weiter unten.',
    en: 'E-mails leave through the mail server of this installation ({relay}). For them to arrive, the sender’s domain needs an SPF record in DNS that allows this server to send. What to enter there is shown further down after saving.',
  },
  sendmailExplained: {
    de: 'Jede E-Mail geht an das Programm {path} auf dem Server. Wohin es sie weitergibt, bestimmt der Betreiber dieser Installation. Auch hier braucht die Absenderdomain einen SPF-Eintrag im DNS.',
    en: 'Every e-mail goes to the program {path} on the server. Whoever runs this installation decides where it passes them on to. Here too, the sender’s domain needs an SPF record in DNS.',
  },
  testMailboxExplained: {
    de: 'Alle E-Mails landen im Testpostfach, auch die an Kunden. Niemand sonst bekommt sie.',
    en: 'All e-mails go to the test mailbox, those to customers too. Nobody else gets them.',
  },
  leavingTestMailbox: {
    de: 'Beim Speichern wird das Testpostfach geleert, denn die Links darin sind gültig.',
    en: 'Saving empties the test mailbox, because the links in it are valid.',
  },
  noneExplained: {
    de: 'Es ist kein Versandweg eingerichtet. Es geht keine E-Mail hinaus.',
    en: 'No way of sending is set up. No e-mail leaves.',
  },
  openTestMailbox: { de: 'Testpostfach öffnen', en: 'Open test mailbox' },
  waiting: { de: 'Wartende E-Mails', en: 'Waiting e-mails' },

  // SMTP
  host: { de: 'Mailserver', en: 'Mail server' },
  hostNote: { de: 'Zum Beispiel mail.firma.de', en: 'For example mail.company.com' },
  encryption: { de: 'Verschlüsselung', en: 'Encryption' },
  'encryption-none': { de: 'Keine (nur derselbe Rechner)', en: 'None (same machine only)' },
  'encryption-starttls': { de: 'STARTTLS', en: 'STARTTLS' },
  'encryption-tls': { de: 'TLS', en: 'TLS' },
  port: { de: 'Port', en: 'Port' },
  portNote: { de: 'Üblich: {port}', en: 'Usual: {port}' },
  userName: { de: 'Benutzername', en: 'User name' },
  userNameNote: { de: 'Leer, wenn der Server keine Anmeldung verlangt.', en: 'Empty if the server wants no login.' },
  password: { de: 'Passwort', en: 'Password' },
  passwordNote: { de: 'Nur zusammen mit einem Benutzernamen.', en: 'Only together with a user name.' },
  passwordStored: {
    de: 'Gespeichert. Leer lassen, um es zu behalten.',
    en: 'Stored. Leave empty to keep it.',
  },
  passwordAgain: {
    de: 'Bitte neu eingeben: Das gespeicherte Passwort gehört zum bisherigen Server und Benutzernamen.',
    en: 'Please type it again: the stored password belongs to the server and user name before.',
  },

  // check and test
  check: { de: 'Prüfen', en: 'Check' },
  checkNote: {
    de: 'Geprüft wird, was auf dieser Seite steht, auch wenn es noch nicht gespeichert ist.',
    en: 'What stands on this page is checked, even before it is saved.',
  },
  checkVerb: { de: 'Einstellungen prüfen', en: 'Check settings' },
  testTo: { de: 'Test-E-Mail an', en: 'Test e-mail to' },
  testVerb: { de: 'Test-E-Mail senden', en: 'Send test e-mail' },
  checkFine: { de: 'Die Einstellungen funktionieren', en: 'The settings work' },
  checkBad: { de: 'So funktionieren die Einstellungen nicht', en: 'The settings do not work like this' },
  checkRefused: { de: 'Noch nicht geprüft', en: 'Not checked yet' },
  testRefused: { de: 'Keine Test-E-Mail gesendet', en: 'No test e-mail sent' },
  testFine: { de: 'Test-E-Mail angenommen', en: 'Test e-mail accepted' },
  testKept: { de: 'Test-E-Mail im Testpostfach', en: 'Test e-mail in the test mailbox' },
  testBad: { de: 'Test-E-Mail nicht angenommen', en: 'Test e-mail not accepted' },
  resultEarlier: { de: '{result} (frühere Angaben)', en: '{result} (earlier details)' },
  resultStale: {
    de: 'Seitdem haben sich Angaben geändert. „Einstellungen prüfen“ prüft, was jetzt dort steht.',
    en: 'Details have changed since. “Check settings” checks what stands there now.',
  },
  saveAnywayTitle: { de: 'E-Mail-Einstellungen trotzdem speichern', en: 'Save the e-mail settings anyway' },
  saveBad: { de: 'Mit diesen Angaben gehen keine E-Mails hinaus.', en: 'No e-mails leave with these details.' },
  saveUnchecked: { de: 'Diese Angaben sind nicht geprüft.', en: 'These details have not been checked.' },
  saveMeans: {
    de: 'Nach dem Speichern warten E-Mails in der Warteschlange, bis der Versand funktioniert.',
    en: 'After saving, e-mails wait in the queue until sending works.',
  },
  saveAnyway: { de: 'Trotzdem speichern', en: 'Save anyway' },
  server: { de: 'Server', en: 'Server' },
  tls: { de: 'Verschlüsselt mit', en: 'Encrypted with' },
  unencrypted: { de: 'unverschlüsselt, auf demselben Rechner', en: 'unencrypted, on the same machine' },
  answer: { de: 'Antwort des Servers', en: 'Answer of the server' },
  lastCheck: { de: 'Zuletzt geprüft', en: 'Last checked' },
  lastCheckFine: { de: 'in Ordnung', en: 'all right' },
  lastCheckOther: { de: 'mit anderen Angaben als den gespeicherten', en: 'with other details than those stored' },
  neverChecked: { de: 'Noch nicht geprüft.', en: 'Not checked yet.' },

  // sender
  sender: { de: 'Absender', en: 'Sender' },
  senderName: { de: 'Absendername', en: 'Sender name' },
  senderAddress: { de: 'Absenderadresse', en: 'Sender address' },
  replyTo: { de: 'Antworten an', en: 'Replies to' },
  replyToNote: {
    de: 'Leer: Antworten gehen an die Absenderadresse, und in jeder E-Mail steht, dass sie nicht gelesen werden.',
    en: 'Empty: replies go to the sender address, and every e-mail says that they are not read.',
  },
  bcc: { de: 'Blindkopie an', en: 'Blind copy to' },
  bccNote: {
    de: 'Bekommt von jeder E-Mail eine Kopie. Links sind darin unkenntlich.',
    en: 'Gets a copy of every e-mail. Links in it are masked.',
  },

  // letterhead
  letterhead: { de: 'Kopfzeile, Fußzeile und Signatur', en: 'Header, footer and signature' },
  letterheadNote: {
    de: 'Sie stehen in jeder E-Mail, jeweils in deren Sprache.',
    en: 'They are part of every e-mail, in its language.',
  },
  headerDe: { de: 'Kopfzeile, Deutsch', en: 'Header, German' },
  headerEn: { de: 'Kopfzeile, Englisch', en: 'Header, English' },
  footerDe: { de: 'Fußzeile, Deutsch', en: 'Footer, German' },
  footerEn: { de: 'Fußzeile, Englisch', en: 'Footer, English' },
  signatureDe: { de: 'Signatur, Deutsch', en: 'Signature, German' },
  signatureEn: { de: 'Signatur, Englisch', en: 'Signature, English' },
  signatureNote: { de: 'Ersetzt die Grußzeile des Templates.', en: 'Replaces the closing of the template.' },

  // B025, wherever a mail would be triggered
  nothingLeaves: {
    de: 'Zum Ausprobieren genügt das. Kunden bekommen noch keine E-Mails.',
    en: 'That is enough for trying out. Customers get no e-mails yet.',
  },
  toSettings: { de: 'Zu den E-Mail-Einstellungen', en: 'To the e-mail settings' },
});
