import type { Phrase } from '../../platform/phrases.ts';
import type { HoldCause, MessageCause, MessageState, RetryVerdict } from './mail.ts';

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
  held: { de: 'Zurückgehalten.', en: 'Held.' },
  bounced: {
    de: 'Vom Mailserver angenommen, aber als unzustellbar zurückgekommen am {at}.',
    en: 'Accepted by the mail server, but came back as undeliverable on {at}.',
  },
  withdrawn: { de: 'Nicht verschickt.', en: 'Not sent.' },
};

/** What holds a mail, and how it goes on. */
export const holdPhrases: Record<HoldCause, Phrase> = {
  'template-inactive': {
    de: 'Das E-Mail Template ist ausgeschaltet. Sobald es wieder an ist, geht die E-Mail von selbst hinaus.',
    en: 'The e-mail template is switched off. As soon as it is on again, the e-mail leaves by itself.',
  },
  'address-marked': {
    de: 'E-Mails an diese Adresse waren zuletzt unzustellbar. Die Adresse bei der Person berichtigen oder freigeben.',
    du: 'E-Mails an diese Adresse waren zuletzt unzustellbar. Berichtige die Adresse bei der Person oder gib sie frei.',
    en: 'E-mails to this address were undeliverable lately. Correct the address at the person, or release it.',
  },
};

/** A mail with a link waits only as long as the link. */
export const holdEndPhrase: Phrase = {
  de: 'Ihr Link läuft am {end} ab, danach geht sie nicht mehr.',
  en: 'Its link runs out on {end}; after that it will not leave.',
};

/** Waiting because somebody has stopped the queue. */
export const stoppedStatePhrase: Phrase = {
  de: 'Wartet, weil {by} den Versand am {since} angehalten hat.',
  en: 'Waiting, because {by} stopped sending on {since}.',
};

/** The queue as a whole, stopped by hand. */
export const stoppedPhrase: Phrase = {
  de: '{by} hat den E-Mail-Versand am {since} angehalten. Es geht nichts hinaus und nichts verloren, bis ihn jemand fortsetzt.',
  en: '{by} stopped sending e-mail on {since}. Nothing leaves and nothing is lost until somebody lets it go on.',
};

/** What became of the wish to try a mail once more. */
export const retryPhrases: Record<RetryVerdict, Phrase> = {
  now: { de: 'Die E-Mail ist jetzt an der Reihe.', en: 'The e-mail is next in line.' },
  again: {
    de: 'Die E-Mail steht wieder zum Versand bereit. Sie behält ihre Message-ID: Ein Postfach, das sie schon hat, erkennt sie daran.',
    en: 'The e-mail is queued again. It keeps its Message-ID, by which a mailbox that already has it knows it.',
  },
  'under-way': { de: 'Die E-Mail wird gerade übergeben.', en: 'The e-mail is being handed over at this moment.' },
  accepted: {
    de: 'Die E-Mail ist schon übergeben. Ein zweites Mal wird sie nicht verschickt.',
    en: 'The e-mail has been handed over already. It is not sent a second time.',
  },
  withdrawn: {
    de: 'Die E-Mail wurde zurückgezogen, weil sie nicht mehr stimmt. Was die Person braucht, bei ihr neu veranlassen.',
    du: 'Die E-Mail wurde zurückgezogen, weil sie nicht mehr stimmt. Veranlasse bei der Person neu, was sie braucht.',
    en: 'The e-mail was withdrawn because it is no longer right. Request anew, at the person, what they need.',
  },
  'link-gone': {
    de: 'Der Link dieser E-Mail wird aus Sicherheitsgründen nicht aufbewahrt. Bei der Person einen neuen Link senden.',
    du: 'Der Link dieser E-Mail wird aus Sicherheitsgründen nicht aufbewahrt. Sende bei der Person einen neuen Link.',
    en: 'For safety, the link of this e-mail is not kept. Send a new link at the person.',
  },
  'template-inactive': {
    de: 'Das E-Mail Template ist ausgeschaltet. Zuerst einschalten, dann geht die E-Mail von selbst.',
    en: 'The e-mail template is switched off. Switch it on first, then the e-mail leaves by itself.',
  },
  'address-marked': {
    de: 'E-Mails an diese Adresse waren zuletzt unzustellbar. Zuerst die Adresse bei der Person berichtigen oder freigeben.',
    en: 'E-mails to this address were undeliverable lately. First correct the address at the person, or release it.',
  },
};

/** What stands behind that while nothing leaves at all. */
export const retryPausedPhrase: Phrase = {
  de: 'Der Versand ruht gerade; sie geht hinaus, sobald er weitergeht.',
  en: 'Sending is paused at the moment; it leaves as soon as sending goes on.',
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
    de: 'Das Zertifikat des Mailservers stammt von keiner bekannten Stelle. Es wurde nichts gesendet.',
    en: 'The certificate of the mail server comes from no known authority. Nothing was sent.',
  },
  'certificate-expired': {
    de: 'Das Zertifikat des Mailservers ist abgelaufen oder gilt noch nicht. Es wurde nichts gesendet.',
    en: 'The certificate of the mail server has expired or is not valid yet. Nothing was sent.',
  },
  'certificate-name': {
    de: 'Das Zertifikat des Mailservers gehört zu einem anderen Namen. Es wurde nichts gesendet.',
    en: 'The certificate of the mail server belongs to another name. Nothing was sent.',
  },
  'certificate-self-signed': {
    de: 'Der Mailserver hat sich sein Zertifikat selbst ausgestellt. Es wurde nichts gesendet.',
    en: 'The mail server has issued its certificate itself. Nothing was sent.',
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
  'program-missing': {
    de: 'Das Sendmail-Programm fehlt auf dem Server oder lässt sich nicht ausführen.',
    en: 'The sendmail program is missing on the server or cannot be run.',
  },
  'program-failed': {
    de: 'Das Sendmail-Programm nimmt gerade keine E-Mails an.',
    en: 'The sendmail program is not taking e-mails at the moment.',
  },
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
  'original-not-sent': {
    de: 'Sie ist die Kopie einer E-Mail, die nie hinausging.',
    en: 'It is the copy of an e-mail that never left.',
  },
  'account-deleted': { de: 'Das Konto wurde vor dem Versand gelöscht.', en: 'The account was deleted before sending.' },
};

/** The server's own words. */
export const answerPhrase: Phrase = { de: 'Antwort des Servers: „{answer}“', en: 'Answer of the server: “{answer}”' };

/** What a server behind ours reported about a mail that it still tries to deliver. */
export const delayPhrase: Phrase = {
  de: 'Ein Server auf dem weiteren Weg versucht es noch: „{answer}“',
  en: 'A server further along is still trying: “{answer}”',
};

/** What stands in place of a link where people look at a mail that was sent. */
export const maskedLinkPhrase: Phrase = { de: '[Link, wird nicht gezeigt]', en: '[link, not shown]' };

/** What stands above a copy. */
export const copyNotePhrase: Phrase = {
  de: 'Kopie: Diese E-Mail ging an {recipient}. Ihr Link ist hier unkenntlich gemacht.',
  en: 'Copy: this e-mail went to {recipient}. Its link is masked here.',
};

/** The pause of a transport as a whole. */
export const pausePhrase: Phrase = {
  de: 'Der E-Mail-Versand ruht seit dem {since}: {cause} Wartende E-Mails gehen nicht verloren.',
  en: 'Sending e-mail has been paused since {since}: {cause} Waiting e-mails are not lost.',
};
