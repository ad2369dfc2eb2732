import type { Phrase } from '../../platform/phrases.ts';
import type { BounceOutcome, MailboxFailure } from './bounce.ts';
import type { SubAddressState } from './sub-addresses.ts';

/** Why the mailbox could not be read, and where it helps, what to do. */
export const failurePhrases: Record<MailboxFailure, Phrase> = {
  'host-unknown': {
    de: 'Der Name des IMAP-Servers ist nicht bekannt. Bitte die Schreibweise prüfen.',
    du: 'Der Name des IMAP-Servers ist nicht bekannt. Prüfe bitte die Schreibweise.',
    en: 'The name of the IMAP server is not known. Please check its spelling.',
  },
  'host-unreachable': {
    de: 'Der IMAP-Server ist unter diesem Port nicht erreichbar. Üblich sind 993 (TLS) und 143 (STARTTLS).',
    en: 'The IMAP server cannot be reached at this port. Usual are 993 (TLS) and 143 (STARTTLS).',
  },
  timeout: { de: 'Der IMAP-Server hat nicht rechtzeitig geantwortet.', en: 'The IMAP server did not answer in time.' },
  'connection-lost': { de: 'Die Verbindung zum IMAP-Server ist abgerissen.', en: 'The connection to the IMAP server broke.' },
  'tls-failed': {
    de: 'Die verschlüsselte Verbindung zum IMAP-Server kam nicht zustande. Das Passwort wurde nicht gesendet.',
    en: 'The encrypted connection to the IMAP server could not be made. The password was not sent.',
  },
  'no-starttls': {
    de: 'Der IMAP-Server bietet keine Verschlüsselung (STARTTLS) an. Das Passwort wurde nicht gesendet.',
    en: 'The IMAP server does not offer encryption (STARTTLS). The password was not sent.',
  },
  'certificate-invalid': {
    de: 'Das Zertifikat des IMAP-Servers ist nicht gültig oder gehört zu einem anderen Namen. Das Passwort wurde nicht gesendet.',
    en: 'The certificate of the IMAP server is not valid or belongs to another name. The password was not sent.',
  },
  'encryption-required': {
    de: 'Ohne Verschlüsselung wird nur ein Postfach auf demselben Rechner gelesen.',
    en: 'Without encryption only a mailbox on the same machine is read.',
  },
  'auth-failed': {
    de: 'Der IMAP-Server hat die Anmeldung abgelehnt. Bitte Benutzername und Passwort prüfen; manche Anbieter verlangen ein eigenes Passwort für Programme.',
    du: 'Der IMAP-Server hat die Anmeldung abgelehnt. Prüfe bitte Benutzername und Passwort; manche Anbieter verlangen ein eigenes Passwort für Programme.',
    en: 'The IMAP server refused the login. Please check user name and password; some providers want a password of its own for programs.',
  },
  'auth-not-offered': {
    de: 'Der IMAP-Server nimmt auf diesem Weg keine Anmeldung an. Bitte eine andere Verschlüsselung wählen.',
    du: 'Der IMAP-Server nimmt auf diesem Weg keine Anmeldung an. Wähle bitte eine andere Verschlüsselung.',
    en: 'The IMAP server takes no login this way. Please choose another encryption.',
  },
  'password-unreadable': {
    de: 'Das gespeicherte Passwort des Postfachs lässt sich nicht entschlüsseln (PFORTE_SECRET_KEY). Bitte neu eintragen.',
    en: 'The stored password of the mailbox cannot be decrypted (PFORTE_SECRET_KEY). Please enter it again.',
  },
  'folder-unknown': {
    de: 'Diesen Ordner gibt es im Postfach nicht. Der Posteingang heißt INBOX.',
    en: 'There is no such folder in the mailbox. The inbox is called INBOX.',
  },
  'bad-answer': {
    de: 'Der IMAP-Server hat den Auftrag abgelehnt oder unverständlich geantwortet.',
    en: 'The IMAP server refused or gave an answer that makes no sense.',
  },
};

/** The check went well. */
export const checkedPhrases = {
  zero: { de: 'Verbunden, angemeldet, Ordner geöffnet. Er ist leer.', en: 'Connected, signed in, folder opened. It is empty.' },
  one: {
    de: 'Verbunden, angemeldet, Ordner geöffnet. Darin liegt 1 E-Mail.',
    en: 'Connected, signed in, folder opened. It holds 1 e-mail.',
  },
  many: {
    de: 'Verbunden, angemeldet, Ordner geöffnet. Darin liegen {count} E-Mails.',
    en: 'Connected, signed in, folder opened. It holds {count} e-mails.',
  },
} as const satisfies Record<string, Phrase>;

/** What became of a report. */
export const outcomePhrases: Record<BounceOutcome | 'recorded-delay' | 'recorded-mail', Phrase> = {
  recorded: {
    de: 'Zugeordnet: Die E-Mail kam zurück, weitere E-Mails an diese Adresse warten.',
    en: 'Matched: the e-mail came back, further e-mails to this address wait.',
  },
  'recorded-mail': {
    de: 'Zugeordnet: Die E-Mail kam zurück. An der Adresse liegt es nicht, weitere E-Mails gehen hinaus.',
    en: 'Matched: the e-mail came back. The address is not to blame, further e-mails leave.',
  },
  'recorded-delay': {
    de: 'Zugeordnet: Die Zustellung verzögert sich, der andere Mailserver versucht es weiter.',
    en: 'Matched: delivery is delayed, the other mail server keeps trying.',
  },
  'already-known': { de: 'Zugeordnet, war schon bekannt.', en: 'Matched, was known already.' },
  'unknown-message': {
    de: 'Nicht zugeordnet: Der Bericht nennt keine E-Mail, die von hier verschickt wurde.',
    en: 'Not matched: it names no e-mail that was sent from here.',
  },
  'other-recipient': {
    de: 'Nicht zugeordnet: Die genannte E-Mail ging an eine andere Adresse.',
    en: 'Not matched: the e-mail it names went to another address.',
  },
  contradiction: {
    de: 'Nicht zugeordnet: Der Bericht meldet einen Fehler mit dem Code eines Erfolgs.',
    en: 'Not matched: it reports a failure with the code of a success.',
  },
  'no-failure': { de: 'Ohne Wirkung: Der Bericht meldet keinen Fehler.', en: 'Without effect: it reports no failure.' },
};

/** What can be wrong with one field of the settings. */
export const fieldPhrases = {
  'host-invalid': {
    de: 'Hier steht nur der Name des IMAP-Servers, zum Beispiel imap.firma.de, ohne „https://“, Port und Pfad.',
    en: 'Only the name of the IMAP server belongs here, for example imap.company.com, without “https://”, port and path.',
  },
  'encryption-required': failurePhrases['encryption-required'],
  'password-missing': { de: 'Bitte das Passwort des Postfachs eingeben.', en: 'Please enter the password of the mailbox.' },
  'password-again': {
    de: 'Server, Port, Verschlüsselung oder Benutzername sind andere als bisher. Bitte das Passwort noch einmal eingeben: Das gespeicherte geht nur an den Server, für den es gespeichert wurde.',
    en: 'Server, port, encryption or user name are not the same as before. Please type the password again: the stored one only goes to the server that it was stored for.',
  },
  'address-long': {
    de: 'Für Unteradressen darf diese Adresse vor dem @ höchstens 24 Zeichen haben, weil Pforte dort die Kennung der E-Mail anhängt.',
    en: 'For sub-addresses this address may have 24 characters before the @ at most, because Pforte adds the mark of the e-mail there.',
  },
  'address-missing': {
    de: 'Zu dem Postfach fehlt die Adresse, an die Rückläufer gehen.',
    en: 'The address that bounces go to is missing for this mailbox.',
  },
} as const satisfies Record<string, Phrase>;

/** Whether mail to sub-addresses comes in. */
export const subAddressPhrases: Record<Exclude<SubAddressState, 'off'>, Phrase> = {
  'not-asked': {
    de: 'Noch nicht geprüft: Die Probe-E-Mail konnte nicht in die Warteschlange, weil kein Versand eingerichtet oder das Template „Test-E-Mail“ aus ist. Bis dahin gilt die einfache Adresse.',
    en: 'Not checked yet: the trial e-mail could not be queued, because no way of sending is set up or the template “Test e-mail” is off. Until then the plain address is used.',
  },
  asked: {
    de: 'Wird geprüft: Eine Probe-E-Mail an eine Unteradresse ist unterwegs. Bis sie im Postfach liegt, gilt die einfache Adresse.',
    en: 'Being checked: a trial e-mail to a sub-address is on its way. Until it is in the mailbox, the plain address is used.',
  },
  late: {
    de: 'Die Probe-E-Mail an eine Unteradresse ist nicht im Postfach angekommen. Es gilt die einfache Adresse. Beim Anbieter nachsehen, ob Unteradressen mit „+“ eingeschaltet sind, oder sie hier ausschalten.',
    en: 'The trial e-mail to a sub-address has not come in. The plain address is used. See with the provider whether sub-addresses with “+” are switched on, or switch them off here.',
  },
  proven: {
    de: 'Unteradressen kommen an. Jede E-Mail trägt ihre eigene Rückadresse.',
    en: 'Sub-addresses come in. Every e-mail carries a return address of its own.',
  },
};
