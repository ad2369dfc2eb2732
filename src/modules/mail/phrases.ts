import type { Phrase } from '../../platform/phrases.ts';
import type { MessageCause, MessageState } from './mail.ts';

/** Each state of a mail in a sentence. */
export const statePhrases: Record<MessageState, Phrase> = {
  queued: { de: 'Wartet auf den Versand.', en: 'Waiting to be sent.' },
  deferred: { de: 'Noch nicht angenommen, nächster Versuch am {next}.', en: 'Not accepted yet, next try on {next}.' },
  paused: {
    de: 'Wartet, weil der Versand gerade ruht. Nächster Versuch am {next}.',
    en: 'Waiting, because sending is paused. Next try on {next}.',
  },
  accepted: { de: 'Vom Mailserver angenommen am {at}.', en: 'Accepted by the mail server on {at}.' },
  refused: { de: 'Vom Mailserver endgültig abgelehnt am {at}.', en: 'Refused for good by the mail server on {at}.' },
  unknown: {
    de: 'Ob die E-Mail angekommen ist, ist nicht bekannt. Sie wird am {next} noch einmal geschickt.',
    en: 'It is not known whether the e-mail arrived. It will be sent once more on {next}.',
  },
  'given-up': { de: 'Nach mehreren Versuchen aufgegeben am {at}.', en: 'Given up after several tries on {at}.' },
  withdrawn: { de: 'Nicht verschickt.', en: 'Not sent.' },
};

/** In the test mailbox nothing is accepted by anybody. */
export const keptPhrase: Phrase = { de: 'Im Testpostfach abgelegt am {at}.', en: 'Put into the test mailbox on {at}.' };

/** Each cause in a sentence that says what has happened, and where it helps, what to do. */
export const causePhrases: Record<MessageCause, Phrase> = {
  'host-unknown': { de: 'Der Name des Mailservers ist nicht bekannt.', en: 'The name of the mail server is not known.' },
  'host-unreachable': { de: 'Der Mailserver ist nicht erreichbar.', en: 'The mail server cannot be reached.' },
  timeout: { de: 'Der Mailserver hat nicht rechtzeitig geantwortet.', en: 'The mail server did not answer in time.' },
  'connection-lost': { de: 'Die Verbindung zum Mailserver ist abgerissen.', en: 'The connection to the mail server broke.' },
  'tls-failed': {
    de: 'Die verschlüsselte Verbindung zum Mailserver kam nicht zustande. Es wurde nichts gesendet.',
    en: 'The encrypted connection to the mail server could not be made. Nothing was sent.',
  },
  'no-starttls': {
    de: 'Der Mailserver bietet keine Verschlüsselung (STARTTLS) an. Es wurde nichts gesendet.',
    en: 'The mail server does not offer encryption (STARTTLS). Nothing was sent.',
  },
  'certificate-invalid': {
    de: 'Das Zertifikat des Mailservers ist nicht gültig oder gehört zu einem anderen Namen. Es wurde nichts gesendet.',
    en: 'The certificate of the mail server is not valid or belongs to another name. Nothing was sent.',
  },
  'encryption-required': {
    de: 'Ohne Verschlüsselung wird nur an einen Mailserver auf demselben Rechner gesendet.',
    en: 'Without encryption, mail is only sent to a mail server on the same machine.',
  },
  'auth-failed': {
    de: 'Der Mailserver hat die Anmeldung abgelehnt. Bitte Benutzername und Passwort prüfen.',
    du: 'Der Mailserver hat die Anmeldung abgelehnt. Prüfe bitte Benutzername und Passwort.',
    en: 'The mail server refused the login. Please check user name and password.',
  },
  'auth-required': { de: 'Der Mailserver verlangt eine Anmeldung.', en: 'The mail server wants a login.' },
  'auth-not-offered': {
    de: 'Der Mailserver bietet keine Anmeldung an, in den Einstellungen steht aber ein Benutzername.',
    en: 'The mail server does not offer a login, but the settings have a user name.',
  },
  'password-unreadable': {
    de: 'Das gespeicherte Passwort des Mailservers lässt sich nicht entschlüsseln (PFORTE_SECRET_KEY). Bitte neu eintragen.',
    en: 'The stored password of the mail server cannot be decrypted (PFORTE_SECRET_KEY). Please enter it again.',
  },
  'sender-refused': { de: 'Der Mailserver lehnt die Absenderadresse ab.', en: 'The mail server refuses the sender address.' },
  unavailable: { de: 'Der Mailserver nimmt gerade keine Verbindungen an.', en: 'The mail server is not taking connections at the moment.' },
  'bad-answer': { de: 'Der Mailserver hat unverständlich geantwortet.', en: 'The mail server gave an answer that makes no sense.' },
  'server-deferred': { de: 'Der Mailserver hat um einen späteren Versuch gebeten.', en: 'The mail server asked for a later try.' },
  'recipient-refused': {
    de: 'Der Mailserver nimmt für diese Adresse nichts an. Bitte die Adresse prüfen.',
    du: 'Der Mailserver nimmt für diese Adresse nichts an. Prüfe bitte die Adresse.',
    en: 'The mail server takes nothing for this address. Please check the address.',
  },
  'content-refused': { de: 'Der Mailserver hat diese E-Mail nicht angenommen.', en: 'The mail server did not take this e-mail.' },
  interrupted: { de: 'Pforte wurde mitten in der Übergabe beendet.', en: 'Pforte was ended in the middle of handing over.' },
  unreadable: {
    de: 'Der Link dieser E-Mail lässt sich nicht mehr entschlüsseln (PFORTE_SECRET_KEY). Bitte eine neue E-Mail senden.',
    en: 'The link of this e-mail can no longer be decrypted (PFORTE_SECRET_KEY). Please send a new e-mail.',
  },
  'template-inactive': {
    de: 'Das E-Mail Template wurde vor dem Versand ausgeschaltet.',
    en: 'The e-mail template was switched off before sending.',
  },
  'link-expired': { de: 'Der Link ist vor dem Versand abgelaufen.', en: 'The link ran out before sending.' },
  'link-dead': { de: 'Der Link galt vor dem Versand schon nicht mehr.', en: 'The link was no longer valid before sending.' },
  'newer-link': { de: 'Eine neuere E-Mail hat diese überholt.', en: 'A newer e-mail has overtaken this one.' },
  'password-set': { de: 'Das Passwort wurde vorher schon festgelegt.', en: 'The password had been set before.' },
  blocked: { de: 'Der Zugang wurde vor dem Versand gesperrt.', en: 'The access was blocked before sending.' },
  'address-changed': { de: 'Die E-Mail-Adresse wurde vor dem Versand geändert.', en: 'The e-mail address was changed before sending.' },
  'account-deleted': { de: 'Das Konto wurde vor dem Versand gelöscht.', en: 'The account was deleted before sending.' },
};

/** The server's own words. */
export const answerPhrase: Phrase = { de: 'Antwort des Servers: „{answer}“', en: 'Answer of the server: “{answer}”' };

/** What stands in place of a link where people look at a mail that was sent. */
export const maskedLinkPhrase: Phrase = { de: '[Link, wird nicht gezeigt]', en: '[link, not shown]' };

/** The pause of a transport as a whole. */
export const pausePhrase: Phrase = {
  de: 'Der E-Mail-Versand ruht seit dem {since}: {cause} Wartende E-Mails gehen nicht verloren.',
  en: 'Sending e-mail has been paused since {since}: {cause} Waiting e-mails are not lost.',
};
