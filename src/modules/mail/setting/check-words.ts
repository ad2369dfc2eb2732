import type { Phrase } from '../../../platform/phrases.ts';
import type { DeliveryCause, TransportCause } from '../mail.ts';

/** What a check or a test mail found where everything worked. */
export const fineWords = {
  smtp: {
    de: '{host} ist erreichbar und nimmt E-Mails von {sender} an.',
    en: '{host} can be reached and takes e-mails from {sender}.',
  },
  mail: {
    de: 'Der Mailserver dieser Installation ({host}) ist erreichbar und nimmt E-Mails von {sender} an.',
    en: 'The mail server of this installation ({host}) can be reached and takes e-mails from {sender}.',
  },
  sendmail: {
    de: 'Das Sendmail-Programm {program} ist da und lässt sich ausführen. Ob es E-Mails weitergibt, zeigt erst eine Test-E-Mail.',
    en: 'The sendmail program {program} is there and can be run. Only a test e-mail shows whether it passes mail on.',
  },
  'test-mailbox': {
    de: 'Es wird nichts versendet: Alle E-Mails landen im Testpostfach.',
    en: 'Nothing is sent: all e-mails go to the test mailbox.',
  },
  none: { de: '', en: '' },
} as const satisfies Record<string, Phrase>;

export const takenWords = {
  smtp: {
    de: 'Die Test-E-Mail an {to} hat {host} angenommen. Angenommen heißt noch nicht angekommen: bitte im Postfach nachsehen, auch im Spam-Ordner.',
    en: 'The test e-mail to {to} was accepted by {host}. Accepted does not mean received: please look into the mailbox, and into its spam folder.',
  },
  sendmail: {
    de: 'Die Test-E-Mail an {to} hat das Sendmail-Programm angenommen. Angenommen heißt noch nicht angekommen: bitte im Postfach nachsehen, auch im Spam-Ordner.',
    en: 'The test e-mail to {to} was accepted by the sendmail program. Accepted does not mean received: please look into the mailbox, and into its spam folder.',
  },
  'test-mailbox': {
    de: 'Die Test-E-Mail an {to} liegt im Testpostfach. Versendet wurde nichts.',
    en: 'The test e-mail to {to} is in the test mailbox. Nothing was sent.',
  },
} as const satisfies Record<string, Phrase>;

/** What to do about it. */
export const remedyWords: Partial<Record<TransportCause | DeliveryCause, Phrase>> = {
  'host-unknown': {
    de: 'Den Namen des Mailservers auf Tippfehler prüfen. Er steht in den Unterlagen des E-Mail-Anbieters, oft beginnt er mit „smtp.“ oder „mail.“.',
    en: 'Check the name of the mail server for typing errors. The e-mail provider’s documents name it; it often begins with “smtp.” or “mail.”.',
  },
  'host-unreachable': {
    de: 'Port prüfen (587 für STARTTLS, 465 für TLS), und ob eine Firewall den Weg nach außen sperrt.',
    en: 'Check the port (587 for STARTTLS, 465 for TLS), and whether a firewall blocks the way out.',
  },
  timeout: {
    de: 'Port prüfen (587 für STARTTLS, 465 für TLS), und ob eine Firewall den Weg nach außen sperrt. Passt die Verschlüsselung nicht zum Port, antwortet der Server oft gar nicht.',
    en: 'Check the port (587 for STARTTLS, 465 for TLS), and whether a firewall blocks the way out. If the encryption does not fit the port, the server often does not answer at all.',
  },
  'connection-lost': {
    de: 'Port und Verschlüsselung prüfen (587 für STARTTLS, 465 für TLS).',
    en: 'Check port and encryption (587 for STARTTLS, 465 for TLS).',
  },
  'tls-failed': {
    de: 'Port und Verschlüsselung prüfen: 587 gehört meist zu STARTTLS, 465 zu TLS. Der Server muss TLS 1.2 oder neuer sprechen.',
    en: 'Check port and encryption: 587 usually goes with STARTTLS, 465 with TLS. The server has to speak TLS 1.2 or newer.',
  },
  'no-starttls': {
    de: 'TLS mit Port 465 versuchen. Bietet der Server gar keine Verschlüsselung an, ist er für den Versand nicht geeignet.',
    en: 'Try TLS with port 465. If the server offers no encryption at all, it is not fit for sending.',
  },
  'certificate-expired': {
    de: 'Der Betreiber des Mailservers muss das Zertifikat erneuern. Geht die Uhr dieses Servers richtig?',
    en: 'Whoever runs the mail server has to renew the certificate. Is the clock of this server right?',
  },
  'certificate-name': {
    de: 'Den Servernamen so eintragen, wie er im Zertifikat steht, meist wie der Anbieter ihn nennt und nicht die eigene Domain.',
    en: 'Enter the server name as it stands in the certificate, usually as the provider names it and not your own domain.',
  },
  'certificate-self-signed': {
    de: 'Ein Zertifikat einer anerkannten Stelle einrichten, zum Beispiel von Let’s Encrypt, oder das eigene dem Server von Pforte bekannt machen (NODE_EXTRA_CA_CERTS).',
    en: 'Install a certificate of a recognised authority, for example Let’s Encrypt, or make your own known to Pforte’s server (NODE_EXTRA_CA_CERTS).',
  },
  'certificate-invalid': {
    de: 'Auf dem Mailserver fehlt oft ein Zwischenzertifikat. Sein Betreiber kann es nachtragen.',
    en: 'Often an intermediate certificate is missing on the mail server. Whoever runs it can add it.',
  },
  'encryption-required': { de: 'STARTTLS oder TLS wählen.', en: 'Choose STARTTLS or TLS.' },
  'auth-failed': {
    de: 'Manche Anbieter verlangen statt des Passworts ein App-Passwort oder müssen SMTP für das Postfach erst freischalten.',
    en: 'Some providers want an app password instead of the password, or have to enable SMTP for the mailbox first.',
  },
  'auth-required': { de: 'Benutzername und Passwort eintragen.', en: 'Enter user name and password.' },
  'auth-not-offered': {
    de: 'Benutzername leeren, oder einen Port wählen, an dem der Server eine Anmeldung anbietet (meist 587).',
    en: 'Clear the user name, or choose a port at which the server offers a login (usually 587).',
  },
  'password-unreadable': { de: 'Das Passwort noch einmal eingeben.', en: 'Type the password again.' },
  'sender-refused': {
    de: 'Eine Absenderadresse wählen, für die dieses Postfach senden darf; meist ist es die Adresse des Postfachs selbst.',
    en: 'Choose a sender address that this mailbox may send for; usually it is the address of the mailbox itself.',
  },
  unavailable: { de: 'Etwas später noch einmal prüfen.', en: 'Check again a little later.' },
  'bad-answer': {
    de: 'An diesem Port antwortet etwas anderes als ein Mailserver. Namen und Port prüfen.',
    en: 'Something other than a mail server answers at this port. Check name and port.',
  },
  'program-missing': {
    de: 'Der Betreiber dieser Installation kann ein Sendmail-Programm einrichten oder mit PFORTE_SENDMAIL sagen, wo es liegt.',
    en: 'Whoever runs this installation can install a sendmail program, or say with PFORTE_SENDMAIL where it is.',
  },
  'program-failed': {
    de: 'Die Meldung des Programms nennt den Grund. Der Betreiber dieser Installation kann ihn beheben.',
    en: 'The program’s message names the reason. Whoever runs this installation can mend it.',
  },
  'recipient-refused': {
    de: 'Die Einstellungen selbst funktionieren. Bitte eine andere Adresse versuchen.',
    en: 'The settings themselves work. Please try another address.',
  },
  'content-refused': {
    de: 'Die Antwort des Servers nennt den Grund; oft fehlt ein Eintrag im DNS der Absenderdomain (SPF, DKIM).',
    en: 'The server’s answer names the reason; often a record is missing in the DNS of the sender’s domain (SPF, DKIM).',
  },
  'server-deferred': {
    de: 'Manche Server nehmen von neuen Absendern erst den zweiten Versuch an. In einigen Minuten noch einmal senden.',
    en: 'Some servers only take the second try from new senders. Send again in a few minutes.',
  },
};

/** The same for „Mail“, whose server is not set here. */
export const relayRemedy: Phrase = {
  de: 'Diesen Mailserver hat der Betreiber der Installation eingestellt, nur er kann das ändern. Bitte dort melden oder SMTP wählen.',
  en: 'Whoever runs this installation has set this mail server, and only they can change it. Please tell them, or choose SMTP.',
};

/** Why nothing leaves, for every place that would trigger a mail (B025). */
export const sendingWords = {
  none: {
    de: 'Es wird nichts versendet: Es ist kein Versandweg eingerichtet.',
    en: 'Nothing is sent: no way of sending is set up.',
  },
  'test-mailbox': { de: 'Es wird nichts versendet: Testpostfach', en: 'Nothing is sent: test mailbox' },
  failing: { de: 'Der E-Mail-Versand funktioniert nicht: {cause}', en: 'Sending e-mail does not work: {cause}' },
} as const satisfies Record<string, Phrase>;

/** What has to happen for waiting mail to leave again. */
export const pauseEndWords = {
  server: {
    de: 'Es geht nichts verloren: Wartende E-Mails gehen hinaus, sobald der Mailserver wieder E-Mails annimmt.',
    en: 'Nothing is lost: waiting e-mails leave as soon as the mail server takes e-mails again.',
  },
  login: {
    de: 'Es geht nichts verloren: Wartende E-Mails gehen hinaus, sobald die Anmeldung beim Mailserver gelingt.',
    en: 'Nothing is lost: waiting e-mails leave as soon as the login to the mail server works.',
  },
  password: {
    de: 'Es geht nichts verloren: Wartende E-Mails gehen hinaus, sobald das Passwort neu eingetragen ist.',
    en: 'Nothing is lost: waiting e-mails leave as soon as the password has been entered again.',
  },
  encryption: {
    de: 'Es geht nichts verloren: Wartende E-Mails gehen hinaus, sobald eine sichere Verbindung zum Mailserver zustande kommt.',
    en: 'Nothing is lost: waiting e-mails leave as soon as a secure connection to the mail server can be made.',
  },
  sender: {
    de: 'Es geht nichts verloren: Wartende E-Mails gehen hinaus, sobald der Mailserver die Absenderadresse annimmt.',
    en: 'Nothing is lost: waiting e-mails leave as soon as the mail server takes the sender address.',
  },
  program: {
    de: 'Es geht nichts verloren: Wartende E-Mails gehen hinaus, sobald das Sendmail-Programm sie annimmt.',
    en: 'Nothing is lost: waiting e-mails leave as soon as the sendmail program takes them.',
  },
} as const satisfies Record<string, Phrase>;

const pauseEnds: Partial<Record<TransportCause, keyof typeof pauseEndWords>> = {
  'auth-failed': 'login',
  'auth-required': 'login',
  'auth-not-offered': 'login',
  'password-unreadable': 'password',
  'tls-failed': 'encryption',
  'no-starttls': 'encryption',
  'certificate-invalid': 'encryption',
  'certificate-expired': 'encryption',
  'certificate-name': 'encryption',
  'certificate-self-signed': 'encryption',
  'encryption-required': 'encryption',
  'sender-refused': 'sender',
  'program-missing': 'program',
  'program-failed': 'program',
};

/** A wrong password does not mend itself: what ends a pause depends on why it began. */
export const pauseEndOf = (cause: TransportCause): keyof typeof pauseEndWords => pauseEnds[cause] ?? 'server';
