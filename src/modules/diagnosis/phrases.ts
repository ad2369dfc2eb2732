import { definePhrases } from '../../platform/phrases.ts';

/** Sentences that staff can read out on the telephone. No sentence promises more than is known. */
export const words = definePhrases({
  // whom it is about
  'no-account': { de: 'Zu „{typed}“ gibt es keinen Zugang und keinen Kontakt.', en: 'There is no access and no contact for “{typed}”.' },
  'near-miss': {
    de: 'Zu „{typed}“ ist nichts gespeichert. Sehr ähnlich ist {address}, und das ist {name}.',
    en: 'Nothing is stored for “{typed}”. Very similar is {address}, and that is {name}.',
  },
  'no-access': {
    de: '{name} ist als Kontakt gespeichert, hat aber noch keinen Zugang zu einem Portal.',
    en: '{name} is stored as a contact, but has no access to a portal yet.',
  },
  'other-portal': {
    de: '{name} hat keinen Zugang zum Portal {portal}, aber zu diesem: {portals}.',
    en: '{name} has no access to the portal {portal}, but to this one: {portals}.',
  },

  // decisions and dates
  deleted: {
    de: 'Der Zugang von {name} zum Portal {portal} wurde am {at} gelöscht.',
    en: 'The access of {name} to the portal {portal} was deleted on {at}.',
  },
  blocked: { de: 'Der Zugang von {name} wurde am {at} gesperrt.', en: 'The access of {name} was blocked on {at}.' },
  'blocked-by': { de: 'Der Zugang von {name} wurde am {at} von {by} gesperrt.', en: 'The access of {name} was blocked by {by} on {at}.' },
  'blocked-reason': { de: 'Grund: {reason}', en: 'Reason: {reason}' },
  expired: { de: 'Der Zugang von {name} ist am {day} um 00:00 Uhr abgelaufen.', en: 'The access of {name} expired on {day} at 00:00.' },
  'company-closed': { de: 'Das Unternehmen {company} ist abgeschaltet.', en: 'The company {company} is switched off.' },
  'companies-closed': {
    de: 'Alle Unternehmen dieses Zugangs sind abgeschaltet: {company}.',
    en: 'All companies of this access are switched off: {company}.',
  },
  'portal-closed': {
    de: 'Das Portal {portal} ist seit dem {at} abgeschaltet.',
    en: 'The portal {portal} has been switched off since {at}.',
  },

  // the mail with the link
  'never-invited': {
    de: 'Es wurde noch keine E-Mail mit einem Link gesendet, deshalb gibt es noch kein Passwort.',
    en: 'No e-mail with a link has been sent yet, so there is no password.',
  },
  'template-off': {
    de: 'Das E-Mail Template „{template}“ ist ausgeschaltet. Solange kann keine neue E-Mail mit einem Link gesendet werden.',
    en: 'The e-mail template “{template}” is switched off. As long as it is, no new e-mail with a link can be sent.',
  },
  'template-held': {
    de: 'Die E-Mail an {address} liegt seit dem {at} in der Warteschlange, weil das E-Mail Template „{template}“ ausgeschaltet ist.',
    en: 'The e-mail to {address} has been in the queue since {at}, because the e-mail template “{template}” is switched off.',
  },
  'no-transport': {
    de: 'Es ist kein Versandweg eingerichtet. Solange geht keine E-Mail hinaus.',
    en: 'No way of sending is set up. As long as there is none, no e-mail goes out.',
  },
  'no-address': {
    de: 'An die gespeicherte E-Mail-Adresse lässt sich nichts senden: {address}',
    en: 'Nothing can be sent to the stored e-mail address: {address}',
  },
  'mail-waiting': {
    de: 'Die E-Mail an {address} liegt seit dem {at} in der Warteschlange und geht gleich hinaus.',
    en: 'The e-mail to {address} has been in the queue since {at} and will leave in a moment.',
  },
  'mail-paused': {
    de: 'Die E-Mail an {address} wartet seit dem {at}: Der Mailserver nimmt gerade nichts an.',
    en: 'The e-mail to {address} has been waiting since {at}: the mail server does not take anything at the moment.',
  },
  'mail-stopped': {
    de: 'Die E-Mail an {address} wartet seit dem {at}: {by} hat den Versand angehalten.',
    en: 'The e-mail to {address} has been waiting since {at}: {by} has stopped sending.',
  },
  'mail-without-transport': {
    de: 'Die E-Mail an {address} wartet seit dem {at}: Es ist kein Versandweg eingerichtet.',
    en: 'The e-mail to {address} has been waiting since {at}: no way of sending is set up.',
  },
  'mail-deferred': {
    de: 'Der Mailserver hat die E-Mail an {address} noch nicht genommen. Der nächste Versuch ist am {next}.',
    en: 'The mail server has not taken the e-mail to {address} yet. The next try is on {next}.',
  },
  'mail-unknown': {
    de: 'Ob der Mailserver die E-Mail an {address} genommen hat, ist nicht bekannt. Am {next} wird es noch einmal versucht.',
    en: 'It is not known whether the mail server has taken the e-mail to {address}. It is tried again on {next}.',
  },
  'address-held': {
    de: 'Die E-Mail an {address} wird zurückgehalten, weil von dieser Adresse schon E-Mails zurückgekommen sind.',
    en: 'The e-mail to {address} is held, because e-mails have come back from this address before.',
  },
  'mail-refused': {
    de: 'Der Mailserver hat die E-Mail an {address} am {settledAt} endgültig abgelehnt.',
    en: 'The mail server refused the e-mail to {address} for good on {settledAt}.',
  },
  'mail-refused-recipient': {
    de: 'Der Mailserver nimmt für {address} nichts an: Die E-Mail wurde am {settledAt} endgültig abgelehnt.',
    en: 'The mail server takes nothing for {address}: the e-mail was refused for good on {settledAt}.',
  },
  'mail-given-up': {
    de: 'Die E-Mail an {address} wurde am {settledAt} nach dem letzten Versuch aufgegeben.',
    en: 'The e-mail to {address} was given up after the last try on {settledAt}.',
  },
  'mail-bounced': {
    de: 'Die E-Mail an {address} ist am {settledAt} als unzustellbar zurückgekommen.',
    en: 'The e-mail to {address} came back as undeliverable on {settledAt}.',
  },
  'mail-withdrawn': { de: 'Die E-Mail an {address} wurde nicht verschickt.', en: 'The e-mail to {address} was not sent.' },
  'withdrawn-link-expired': {
    de: 'Ihr Link lief ab, während sie in der Warteschlange lag.',
    en: 'Its link expired while it lay in the queue.',
  },
  'withdrawn-address-changed': {
    de: 'Die Adresse wurde geändert, bevor sie hinausging.',
    en: 'The address was changed before it left.',
  },
  'withdrawn-blocked': { de: 'Der Zugang wurde gesperrt, bevor sie hinausging.', en: 'The access was blocked before it left.' },
  'test-mailbox': {
    de: 'Die E-Mail an {address} liegt im Testpostfach: Niemand außerhalb hat sie bekommen.',
    en: 'The e-mail to {address} is in the test mailbox: nobody outside has got it.',
  },

  // the link
  'not-opened': {
    de: 'Die E-Mail an {address} ist am {at} hinausgegangen. Der Link darin wurde nicht geöffnet; vielleicht liegt sie im Spam-Ordner.',
    en: 'The e-mail to {address} left on {at}. The link in it was not opened; it may be in the spam folder.',
  },
  'machine-only': {
    de: 'Die E-Mail an {address} ist am {at} hinausgegangen. Ihren Link hat vermutlich nur ein Prüfprogramm geöffnet, kein Mensch.',
    en: 'The e-mail to {address} left on {at}. Its link was presumably opened by a checking program only, not by a person.',
  },
  'invited-once': {
    de: 'Die Einladung ging am {at} hinaus, ein Passwort wurde seitdem nicht festgelegt.',
    en: 'The invitation was sent on {at}, but no password has been set since.',
  },
  opened: {
    de: 'Der Link wurde am {at} geöffnet, ein Passwort aber nicht festgelegt.',
    en: 'The link was opened on {at}, but no password was set.',
  },
  'password-refused-one': {
    de: 'Der Link wurde geöffnet, das gewählte Passwort aber am {at} abgelehnt, und dabei blieb es.',
    en: 'The link was opened, but the chosen password was refused on {at}, and it was left at that.',
  },
  'password-refused-many': {
    de: 'Der Link wurde geöffnet, das gewählte Passwort aber {count}-mal abgelehnt, zuletzt am {at}. Dabei blieb es.',
    en: 'The link was opened, but the chosen password was refused {count} times, last on {at}. It was left at that.',
  },
  'refused-too-short': { de: 'Es war zuletzt zu kurz.', en: 'The last one was too short.' },
  'refused-too-long': { de: 'Es war zuletzt zu lang.', en: 'The last one was too long.' },
  'refused-too-common': {
    de: 'Das letzte gehört zu denen, die jeder zuerst probiert.',
    en: 'The last one is among those that everybody tries first.',
  },
  'refused-contains-context': {
    de: 'Das letzte bestand vor allem aus dem Namen der Person oder der Firma.',
    en: 'The last one was mostly the name of the person or the company.',
  },
  'refused-too-guessable': { de: 'Das letzte war zu leicht zu erraten.', en: 'The last one was too easy to guess.' },
  'link-valid': { de: 'Der Link gilt noch bis {until}.', en: 'The link still works until {until}.' },
  'link-superseded': {
    de: 'Am {at} wurde der Link aus einer älteren E-Mail geöffnet. Es gilt nur der aus der neuesten, vom {sent}.',
    en: 'On {at} the link of an older e-mail was opened. Only that of the newest one, of {sent}, works.',
  },
  'link-replaced': {
    de: 'Der Link vom {sent} wurde durch eine neuere E-Mail ersetzt und gilt nicht mehr.',
    en: 'The link of {sent} was replaced by a newer e-mail and no longer works.',
  },
  'link-expired': {
    de: 'Der Link vom {sent} ist am {at} abgelaufen, ohne dass ein Passwort festgelegt wurde.',
    en: 'The link of {sent} expired on {at} without a password having been set.',
  },
  'link-ended': {
    de: 'Der Link vom {sent} gilt nicht mehr, weil sich danach am Zugang etwas geändert hat.',
    en: 'The link of {sent} no longer works, because the access was changed after that.',
  },
  'no-password': { de: 'Es ist kein Passwort hinterlegt.', en: 'There is no password.' },

  // signing in
  'slowed-down': {
    de: 'Nach mehreren falschen Passwörtern wird erst ab {until} wieder eines geprüft.',
    en: 'After several wrong passwords the next one is examined from {until} on.',
  },
  'slowed-down-strangers': {
    de: 'Von fremden Netzen aus wurde zu oft ein falsches Passwort eingegeben. Von dort wird erst ab {until} wieder eines geprüft.',
    en: 'Too many wrong passwords were typed from strange networks. From there the next one is examined from {until} on.',
  },
  'wrong-password-one': {
    de: 'Am {at} wurde ein falsches Passwort eingegeben.',
    en: 'A wrong password was typed on {at}.',
  },
  'wrong-password-many': {
    de: '{count}-mal hintereinander wurde ein falsches Passwort eingegeben, zuletzt am {at}.',
    en: 'A wrong password was typed {count} times in a row, last on {at}.',
  },
  'account-name': { de: 'Der Kontoname ist {accountName}.', en: 'The account name is {accountName}.' },
  'never-signed-in': {
    de: 'Das Passwort wurde am {at} festgelegt, bei {portal} hat sich damit noch niemand angemeldet.',
    en: 'The password was set on {at}, but nobody has signed in to {portal} with it yet.',
  },
  'wrong-door': {
    de: 'Am {at} wurde das richtige Passwort am Portal {elsewhere} eingegeben. Der Zugang von {name} gilt nur für {portal}.',
    en: 'On {at} the right password was typed at the portal {elsewhere}. The access of {name} is for {portal} only.',
  },
  'assignment-pending': {
    de: 'Die Anmeldung gelingt, aber es ist noch kein Kontakt zugeordnet: Zu sehen ist nur die Warteseite.',
    en: 'Signing in works, but no contact is assigned yet: only the waiting page is shown.',
  },
  'no-area': {
    de: 'Die Anmeldung gelingt, aber es ist kein Bereich freigegeben: Zu sehen ist nichts als das eigene Profil.',
    en: 'Signing in works, but no area is open: nothing but the own profile is shown.',
  },
  'email-change': {
    de: 'Eine E-Mail-Änderung läuft: Bis zur Bestätigung gilt {address}. Der Link dafür liegt bei {newAddress} und gilt bis {until}.',
    en: 'A change of the e-mail address is under way: until it is confirmed, {address} holds. The link for it is at {newAddress} and works until {until}.',
  },

  // the gates
  'gate-account': { de: 'Konto', en: 'Account' },
  'gate-portal': { de: 'Portal', en: 'Portal' },
  'gate-access': { de: 'Zugang', en: 'Access' },
  'gate-company': { de: 'Unternehmen', en: 'Company' },
  'gate-registration': { de: 'Registrierung', en: 'Registration' },
  'gate-mail': { de: 'E-Mail', en: 'E-mail' },
  'gate-link': { de: 'Link', en: 'Link' },
  'gate-password': { de: 'Passwort', en: 'Password' },
  'gate-tries': { de: 'Anmeldeversuche', en: 'Sign-in attempts' },
  'has-account': { de: 'Kontoname {accountName}, E-Mail an {address}.', en: 'Account name {accountName}, e-mail to {address}.' },
  'has-account-same': { de: 'Kontoname und Adresse: {address}', en: 'Account name and address: {address}' },
  'account-deleted': { de: 'Das Konto gibt es nicht mehr.', en: 'The account no longer exists.' },
  'portal-open': { de: '{portal} ist geöffnet.', en: '{portal} is open.' },
  'access-granted': { de: 'Gewährt, ohne Ablaufdatum.', en: 'Granted, without an expiry date.' },
  'access-granted-until': { de: 'Gewährt, ab 00:00 Uhr am {day} nicht mehr.', en: 'Granted, no longer from 00:00 on {day} on.' },
  'company-open': { de: 'Zugeordnet: {company}.', en: 'Assigned: {company}.' },
  registered: { de: 'Registriert am {at}.', en: 'Registered on {at}.' },
  'not-registered': { de: 'Noch nicht registriert.', en: 'Not registered yet.' },
  'mail-not-needed': { de: 'Wird nicht mehr gebraucht.', en: 'No longer needed.' },
  'mail-none': { de: 'Keine E-Mail mit einem Link.', en: 'No e-mail with a link.' },
  'mail-left': { de: 'Am {at} an {address} hinausgegangen.', en: 'Left for {address} on {at}.' },
  'link-none': { de: 'Kein Link.', en: 'No link.' },
  'link-open': { de: 'Gilt bis {until}, noch nicht benutzt.', en: 'Works until {until}, not used yet.' },
  'link-used': { de: 'Wurde benutzt.', en: 'Was used.' },
  'password-set': { de: 'Festgelegt am {at}.', en: 'Set on {at}.' },
  'tries-fine': { de: 'Keine falschen Passwörter seit der letzten Anmeldung.', en: 'No wrong passwords since the last sign-in.' },
  'tries-none': { de: 'Ohne Passwort noch keine.', en: 'None yet, without a password.' },
  'last-sign-in': { de: 'Letzte Anmeldung am {at}.', en: 'Last sign-in on {at}.' },

  // the verdict
  admitted: { de: '{name} kann sich bei {portal} anmelden.', en: '{name} can sign in to {portal}.' },
  'not-admitted': { de: '{name} kann sich bei {portal} nicht anmelden.', en: '{name} cannot sign in to {portal}.' },
  never: { de: 'Bisher hat sich noch niemand angemeldet.', en: 'Nobody has signed in so far.' },

  // the search
  'is-account-name': { de: 'Kontoname', en: 'Account name' },
  'is-address': { de: 'E-Mail-Adresse', en: 'E-mail address' },
  'is-contact-address': {
    de: 'Adresse des Kontakts; der Zugang läuft auf {address}.',
    en: 'Address of the contact; the access uses {address}.',
  },
  'is-new-address': {
    de: 'Neue Adresse, noch nicht bestätigt; bis dahin gilt {address}.',
    en: 'New address, not confirmed yet; until then {address} holds.',
  },
  'is-former-address': {
    de: 'Frühere Adresse: Am {at} ging dorthin eine E-Mail. Heute gilt {address}.',
    en: 'Former address: an e-mail went there on {at}. Today it is {address}.',
  },
  'is-number': { de: 'Kundennummer {number}', en: 'Customer number {number}' },
  'is-similar': { de: 'Ähnliche Adresse: {address}', en: 'Similar address: {address}' },
  'is-same-local-part': {
    de: 'Gleicher Name vor dem @, andere Domain: {address}',
    en: 'Same name in front of the @, another domain: {address}',
  },
  'is-text': { de: 'Name oder Angabe passt', en: 'Name or detail fits' },

  // the remedies
  unblock: { de: 'Entsperren', en: 'Unblock' },
  'change-expiry': { de: 'Ablaufdatum ändern', en: 'Change the expiry date' },
  'open-company': { de: 'Unternehmen einschalten', en: 'Switch the company on' },
  'open-portal': { de: 'Portal einschalten', en: 'Switch the portal on' },
  'send-link': { de: 'E-Mail mit neuem Link senden', en: 'Send an e-mail with a new link' },
  'reset-password': { de: 'Passwort zurücksetzen', en: 'Reset the password' },
  'open-template': { de: 'Zum E-Mail Template', en: 'To the e-mail template' },
  retry: { de: 'Jetzt versuchen', en: 'Try now' },
  'try-transport': { de: 'Mailserver jetzt versuchen', en: 'Try the mail server now' },
  'resume-queue': { de: 'Versand fortsetzen', en: 'Resume sending' },
  'open-mail-settings': { de: 'Zu den Mail-Einstellungen', en: 'To the mail settings' },
  'release-address': { de: 'Adresse freigeben', en: 'Release the address' },
  'change-address': { de: 'Adresse prüfen und ändern', en: 'Check and change the address' },
  assign: { de: 'Nutzer zuordnen', en: 'Assign user' },
  'give-areas': { de: 'Bereiche freigeben', en: 'Open areas' },
  'give-access': { de: 'Zugang geben und E-Mail senden', en: 'Give access and send the e-mail' },
  'lift-slow-down': { de: 'Wartezeit aufheben', en: 'Lift the waiting time' },
  'add-contact': { de: 'Kontakt anlegen', en: 'Add contact' },
  'open-access': { de: 'Zum Zugang', en: 'To the access' },
  'open-contact': { de: 'Zum Kontakt', en: 'To the contact' },
  'copy-address': { de: 'Anmeldeadresse kopieren', en: 'Copy the sign-in address' },
});

export type DiagnosisWord = Parameters<ReturnType<typeof words>>[0];
