import { definePhrases } from '../../../platform/phrases.ts';

export const settingPhrases = definePhrases({
  saved: { de: 'E-Mail-Einstellungen gespeichert.', en: 'E-mail settings saved.' },
  mayNotEdit: {
    de: 'Ändern können diese Einstellungen nur Administratoren.',
    en: 'Only administrators can change these settings.',
  },
  fromOperator: {
    de: 'Diese Angaben stammen vom Betreiber der Installation (PFORTE_SMTP_URL). Sobald hier etwas gespeichert wird, gilt, was hier steht.',
    en: 'These details come from whoever runs this installation (PFORTE_SMTP_URL). Once something is saved here, what stands here applies.',
  },

  // B026: the ways, in the order that the help article names
  way: { de: 'Versandweg', en: 'How mail leaves' },
  wayNote: { de: 'Wie E-Mails die Instanz verlassen.', en: 'How e-mails leave this workspace.' },
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
    de: 'E-Mails gehen an den Mailserver dieser Installation, {relay}. Wer sie betreibt, sorgt dafür, dass er sie annimmt; „Einstellungen prüfen“ zeigt es. Damit E-Mails von dort ankommen, braucht die Absenderdomain einen SPF-Eintrag im DNS, der diesem Server das Senden erlaubt. Sobald die Absenderadresse gespeichert ist, steht er weiter unten.',
    en: 'E-mails go to the mail server of this installation, {relay}. Whoever runs it sees to it that it takes them; “Check settings” shows whether it does. For e-mails from there to arrive, the sender’s domain needs an SPF record in DNS that allows this server to send. As soon as the sender address is saved, it is further down.',
  },
  sendmailExplained: {
    de: 'Jede E-Mail geht an das Programm {path} auf dem Server. Wohin es sie weitergibt, legt der Betreiber dieser Installation fest. Auch hier braucht die Absenderdomain einen SPF-Eintrag im DNS.',
    en: 'Every e-mail goes to the program {path} on the server. Whoever runs this installation decides where it passes them on to. Here too, the sender’s domain needs an SPF record in DNS.',
  },
  testMailboxExplained: {
    de: 'Alle E-Mails landen im Testpostfach, auch die an Kunden. Niemand sonst bekommt sie.',
    en: 'All e-mails go to the test mailbox, those to customers too. Nobody else gets them.',
  },
  leavingTestMailbox: {
    de: 'Mit dem Speichern wird das Testpostfach geleert, denn die Links darin funktionieren.',
    en: 'Saving empties the test mailbox, because the links in it work.',
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
    de: 'Mit den Angaben, wie sie oben stehen, auch ungespeichert.',
    en: 'With the details as they stand above, also unsaved.',
  },
  checkVerb: { de: 'Einstellungen prüfen', en: 'Check settings' },
  testTo: { de: 'Test-E-Mail an', en: 'Test e-mail to' },
  testVerb: { de: 'Test-E-Mail senden', en: 'Send test e-mail' },
  checkFine: { de: 'Die Einstellungen funktionieren', en: 'The settings work' },
  checkBad: { de: 'So funktionieren die Einstellungen nicht', en: 'The settings do not work like this' },
  testFine: { de: 'Test-E-Mail angenommen', en: 'Test e-mail accepted' },
  testKept: { de: 'Test-E-Mail im Testpostfach', en: 'Test e-mail in the test mailbox' },
  testBad: { de: 'Test-E-Mail nicht angenommen', en: 'Test e-mail not accepted' },
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
    de: 'Bekommt von jeder E-Mail eine eigene Kopie. Links sind darin unkenntlich.',
    en: 'Gets a copy of its own of every e-mail. Links in it are masked.',
  },

  // letterhead
  letterhead: { de: 'Kopfzeile, Fußzeile und Signatur', en: 'Header, footer and signature' },
  letterheadNote: {
    de: 'Stehen in jeder E-Mail, gestaltet und als Text, in der Sprache der E-Mail.',
    en: 'Stand in every e-mail, formatted and as text, in the language of the e-mail.',
  },
  headerDe: { de: 'Kopfzeile, Deutsch', en: 'Header, German' },
  headerEn: { de: 'Kopfzeile, Englisch', en: 'Header, English' },
  footerDe: { de: 'Fußzeile, Deutsch', en: 'Footer, German' },
  footerEn: { de: 'Fußzeile, Englisch', en: 'Footer, English' },
  signatureDe: { de: 'Signatur, Deutsch', en: 'Signature, German' },
  signatureEn: { de: 'Signatur, Englisch', en: 'Signature, English' },
  signatureNote: { de: 'Tritt an die Stelle der Grußzeile des Templates.', en: 'Takes the place of the template’s closing.' },

  // B025, wherever a mail would be triggered
  nothingLeaves: {
    de: 'Zum Ausprobieren ist das gut so; Kunden erreicht noch keine E-Mail.',
    en: 'That is fine for trying out; no e-mail reaches customers yet.',
  },
  toSettings: { de: 'Zu den E-Mail-Einstellungen', en: 'To the e-mail settings' },
});
