import type { Phrase } from '../../platform/phrases.ts';

/** Every thing that can be said about a record, for people who have never heard of it. Places in braces are filled from the point's values. */
export const pointPhrases = {
  // MX: where answers go
  'mx-ok': {
    de: 'Antworten kommen an: {hosts} nimmt die E-Mails der Domain entgegen.',
    en: 'Replies arrive: {hosts} takes the e-mails of this domain.',
  },
  'mx-silent': {
    de: 'Das DNS hat zu {domain} nicht geantwortet. Ob ein Mailserver eingetragen ist, lässt sich deshalb gerade nicht sagen.',
    en: 'DNS did not answer about {domain}. Whether a mail server is listed cannot be said at the moment.',
  },
  'mx-hosts-silent': {
    de: 'Eingetragen ist {hosts}. Ob es diese Server gibt, hat das DNS gerade nicht beantwortet.',
    en: 'Listed is {hosts}. DNS did not answer whether these servers exist.',
  },
  'mx-missing': {
    de: 'Für {domain} ist kein Mailserver eingetragen. Antworten und Meldungen über unzustellbare E-Mails gehen verloren, und viele Empfänger lehnen E-Mails einer solchen Domain ab. Den Eintrag nennt der Anbieter des Postfachs; sonst eine Absenderadresse wählen, die Post empfangen kann.',
    en: 'No mail server is listed for {domain}. Replies and reports about undeliverable e-mails get lost, and many recipients refuse e-mails from such a domain. The provider of your mailbox names the record; otherwise choose a sender address that can receive mail.',
  },
  'mx-implicit': {
    de: 'Für {domain} ist kein MX-Eintrag vorhanden; E-Mails gehen ersatzweise an die Adresse der Website. Meist nimmt dort niemand Post an. Den richtigen Eintrag nennt der Anbieter des Postfachs.',
    en: 'There is no MX record for {domain}; e-mails go to the address of the website instead, where mostly nobody takes them. The provider of your mailbox names the right record.',
  },
  'mx-null': {
    de: 'Der Eintrag sagt ausdrücklich, dass {domain} keine E-Mails annimmt. Viele Empfänger lehnen deshalb auch E-Mails von dort ab. Besser eine Absenderadresse einer Domain wählen, die Post empfängt.',
    en: 'The record says explicitly that {domain} takes no e-mails. Many recipients therefore refuse e-mails from there, too. Better choose a sender address of a domain that receives mail.',
  },
  'mx-dead': {
    de: 'Eingetragen ist {hosts}, aber diesen Server gibt es nicht. Antworten kommen nicht an. Den richtigen Eintrag nennt der Anbieter des Postfachs.',
    en: 'Listed is {hosts}, but that server does not exist. Replies do not arrive. The provider of your mailbox names the right record.',
  },
  'mx-partly-dead': {
    de: 'Von den eingetragenen Mailservern gibt es {hosts} nicht. Antworten kommen über die anderen an; der Eintrag kann entfallen.',
    en: 'Of the mail servers that are listed, {hosts} does not exist. Replies arrive through the others; the record can be removed.',
  },

  // SPF: who may send
  'spf-ok': {
    de: 'Unser Mailserver darf im Namen von {domain} senden, und der Eintrag ist in Ordnung.',
    en: 'Our mail server may send in the name of {domain}, and the record is in order.',
  },
  'spf-silent': {
    de: 'Das DNS hat zu {domain} nicht geantwortet. Ob ein SPF-Eintrag vorhanden ist, lässt sich deshalb gerade nicht sagen.',
    en: 'DNS did not answer about {domain}. Whether there is an SPF record cannot be said at the moment.',
  },
  'spf-missing': {
    de: 'Es gibt keinen SPF-Eintrag für {domain}. Ohne ihn weiß kein Empfänger, dass unser Mailserver im Namen der Domain senden darf: E-Mails landen im Spam oder werden abgelehnt. Bitte den Eintrag unten veröffentlichen, beim Anbieter der Domain.',
    du: 'Es gibt keinen SPF-Eintrag für {domain}. Ohne ihn weiß kein Empfänger, dass unser Mailserver im Namen der Domain senden darf: E-Mails landen im Spam oder werden abgelehnt. Veröffentliche bitte den Eintrag unten, beim Anbieter der Domain.',
    en: 'There is no SPF record for {domain}. Without it no recipient knows that our mail server may send in the name of the domain: e-mails end up in spam or are refused. Please publish the record below, at the provider of the domain.',
  },
  'spf-missing-open': {
    de: 'Es gibt keinen gültigen SPF-Eintrag für {domain}. Was hineingehört, ist hier nicht bekannt: Das sagt der Anbieter des Mailservers, oder der Betreiber dieser Installation. Vorher bitte keinen veröffentlichen, denn er würde niemandem das Senden erlauben.',
    du: 'Es gibt keinen gültigen SPF-Eintrag für {domain}. Was hineingehört, ist hier nicht bekannt: Das sagt der Anbieter des Mailservers, oder der Betreiber dieser Installation. Veröffentliche vorher bitte keinen, denn er würde niemandem das Senden erlauben.',
    en: 'There is no valid SPF record for {domain}. What belongs in it is not known here: the provider of the mail server says so, or whoever runs this installation. Please publish none before, because it would allow nobody to send.',
  },
  'spf-misspelt': {
    de: 'Für {domain} gibt es einen Eintrag, der wie SPF aussieht, aber anders beginnt als mit „v=spf1 “. Empfänger beachten ihn nicht. Bitte durch den Eintrag unten ersetzen.',
    du: 'Für {domain} gibt es einen Eintrag, der wie SPF aussieht, aber anders beginnt als mit „v=spf1 “. Empfänger beachten ihn nicht. Ersetze ihn bitte durch den Eintrag unten.',
    en: 'There is a record for {domain} that looks like SPF but does not begin with “v=spf1 ”. Recipients ignore it. Please replace it by the record below.',
  },
  'spf-who-else': {
    de: 'Vorher klären, wer sonst noch im Namen der Domain sendet (Postfächer, Newsletter, Rechnungsprogramm), und dessen Angabe ergänzen.',
    en: 'First find out who else sends in the name of the domain (mailboxes, newsletters, invoicing), and add what they name.',
  },
  'spf-several': {
    de: 'Es gibt {count} SPF-Einträge, erlaubt ist einer. Empfänger beachten dann keinen davon. Alle bisherigen löschen und dafür den einen unten veröffentlichen, der sie zusammenfasst.',
    en: 'There are {count} SPF records, and only one is allowed. Recipients then ignore all of them. Delete them all and publish the one below, which combines them.',
  },
  'spf-syntax': {
    de: 'Im SPF-Eintrag steht etwas, das kein Empfänger versteht: {words}. Damit gilt der ganze Eintrag nicht. Der Eintrag unten ist berichtigt; was sich nicht deuten ließ, fehlt darin.',
    en: 'The SPF record contains something that no recipient understands: {words}. So the whole record does not count. The record below is corrected; what could not be made out is left out.',
  },
  'spf-open': {
    de: 'Der SPF-Eintrag endet mit „+all“ und erlaubt damit der ganzen Welt, im Namen der Domain zu senden. Er schützt nicht, und viele Empfänger werten ihn als Zeichen für Spam.',
    en: 'The SPF record ends with “+all” and so lets the whole world send in the name of the domain. It protects nothing, and many recipients take it as a sign of spam.',
  },
  'spf-neutral': {
    de: 'Der SPF-Eintrag endet mit „?all“: Er sagt nichts über Fremde, die im Namen der Domain senden. Besser ist „~all“.',
    en: 'The SPF record ends with “?all”: it says nothing about strangers who send in the name of the domain. “~all” is better.',
  },
  'spf-no-end': {
    de: 'Dem SPF-Eintrag fehlt das Ende. Ohne „~all“ sagt er nichts über Fremde, die im Namen der Domain senden.',
    en: 'The SPF record has no end. Without “~all” it says nothing about strangers who send in the name of the domain.',
  },
  'spf-behind-all': {
    de: 'Was hinter „all“ steht, zählt nicht: {words}. Im Eintrag unten steht es davor.',
    en: 'What stands behind “all” does not count: {words}. In the record below it stands in front.',
  },
  'spf-ptr': {
    de: 'Der SPF-Eintrag verwendet „ptr“. Das ist veraltet, langsam und wird von manchen Empfängern nicht beachtet.',
    en: 'The SPF record uses “ptr”. That is outdated, slow, and ignored by some recipients.',
  },
  'spf-chain-missing': {
    de: '„{via}“ führt ins Leere: Bei {domain} gibt es keinen SPF-Eintrag. Empfänger verwerfen deshalb den ganzen Eintrag. Unten fehlt dieser Teil.',
    en: '“{via}” leads nowhere: there is no SPF record at {domain}. Recipients therefore discard the whole record. That part is left out below.',
  },
  'spf-chain-several': {
    de: '„{via}“ führt zu {domain}, und dort stehen mehrere SPF-Einträge. Empfänger verwerfen deshalb auch diesen hier. Das kann nur beheben, wem {domain} gehört.',
    en: '“{via}” leads to {domain}, which has several SPF records. Recipients therefore discard this one, too. Only whoever owns {domain} can mend that.',
  },
  'spf-chain-syntax': {
    de: '„{via}“ führt zu {domain}, und der SPF-Eintrag dort ist fehlerhaft. Empfänger verwerfen deshalb auch diesen hier. Das kann nur beheben, wem {domain} gehört.',
    en: '“{via}” leads to {domain}, whose SPF record is faulty. Recipients therefore discard this one, too. Only whoever owns {domain} can mend that.',
  },
  'spf-chain-loop': {
    de: '„{via}“ führt im Kreis: {domain} verweist wieder auf sich selbst. Empfänger verwerfen deshalb den ganzen Eintrag. Unten fehlt dieser Teil.',
    en: '“{via}” goes round in circles: {domain} leads back to itself. Recipients therefore discard the whole record. That part is left out below.',
  },
  'spf-chain-silent': {
    de: 'Der SPF-Eintrag verweist auf {domain}, und dazu hat das DNS gerade nicht geantwortet.',
    en: 'The SPF record leads to {domain}, and DNS did not answer about it just now.',
  },
  'spf-too-many': {
    de: 'Der SPF-Eintrag verlangt {count} Abfragen im DNS, erlaubt sind {limit}. Empfänger brechen ab und verwerfen ihn. Bitte Teile streichen, über die niemand mehr sendet.',
    du: 'Der SPF-Eintrag verlangt {count} Abfragen im DNS, erlaubt sind {limit}. Empfänger brechen ab und verwerfen ihn. Streiche bitte Teile, über die niemand mehr sendet.',
    en: 'The SPF record asks for {count} DNS look-ups, and {limit} are allowed. Recipients stop and discard it. Please remove parts through which nobody sends any more.',
  },
  'spf-too-many-later': {
    de: 'Der SPF-Eintrag verlangt {count} Abfragen im DNS, erlaubt sind {limit}. Unser Mailserver steht weit genug vorn und ist nicht betroffen; wer weiter hinten steht, schon.',
    en: 'The SPF record asks for {count} DNS look-ups, and {limit} are allowed. Our mail server stands early enough and is not affected; those further back are.',
  },
  'spf-voids': {
    de: '{count} Teile des SPF-Eintrags führen ins Leere, erlaubt sind zwei. Manche Empfänger verwerfen deshalb den ganzen Eintrag. Bitte streichen, was es nicht mehr gibt.',
    du: '{count} Teile des SPF-Eintrags führen ins Leere, erlaubt sind zwei. Manche Empfänger verwerfen deshalb den ganzen Eintrag. Streiche bitte, was es nicht mehr gibt.',
    en: '{count} parts of the SPF record lead nowhere, and two are allowed. Some recipients therefore discard the whole record. Please remove what no longer exists.',
  },
  'spf-without-us': {
    de: 'Der SPF-Eintrag von {domain} nennt unseren Mailserver nicht. Empfänger halten unsere E-Mails deshalb für gefälscht. Es fehlt: {ours}. Im Eintrag unten ist es ergänzt.',
    en: 'The SPF record of {domain} does not name our mail server. Recipients therefore take our e-mails for forged. What is missing: {ours}. The record below has it.',
  },
  'spf-perhaps-without-us': {
    de: 'Der SPF-Eintrag von {domain} nennt unseren Mailserver wohl nicht: {ours} fehlt. Empfänger halten unsere E-Mails dann für gefälscht. Nennt der Anbieter des Mailservers eine andere Angabe, diese oben eintragen und noch einmal prüfen; sonst den Eintrag unten veröffentlichen.',
    en: 'The SPF record of {domain} probably does not name our mail server: {ours} is missing. Recipients then take our e-mails for forged. If the provider of the mail server names something else, enter that above and check again; otherwise publish the record below.',
  },
  'spf-likely': {
    de: 'Der SPF-Eintrag von {domain} nennt {relative}. Das gehört wohl zum Anbieter unseres Mailservers; dann darf er im Namen der Domain senden.',
    en: 'The SPF record of {domain} names {relative}. That probably belongs to the provider of our mail server, which may then send in the name of the domain.',
  },
  'spf-without-us-too': {
    de: 'Unser Mailserver ist über den Eintrag nicht zu finden. Im Eintrag unten ist ergänzt: {ours}',
    en: 'Our mail server cannot be found through the record. The record below has in addition: {ours}',
  },
  'spf-partly': {
    de: 'Der SPF-Eintrag von {domain} nennt unseren Mailserver nur zum Teil; es fehlt {addresses}. E-Mails von dort gelten als gefälscht. Im Eintrag unten ist alles ergänzt.',
    en: 'The SPF record of {domain} names our mail server only in part; {addresses} is missing. E-mails from there count as forged. The record below has everything.',
  },
  'spf-nothing-leaves': {
    de: 'Ob unser Mailserver darin steht, zeigt sich, sobald ein Versandweg eingerichtet ist.',
    en: 'Whether our mail server is part of it will show once a way of sending is set up.',
  },
  'spf-sender-unknown': {
    de: 'Von welchen Adressen aus unser Mailserver sendet, ist nicht bekannt. Was in den SPF-Eintrag gehört, weiß der Betreiber dieser Installation; es lässt sich oben eintragen.',
    en: 'It is not known which addresses our mail server sends from. Whoever runs this installation knows what belongs into the SPF record; it can be entered above.',
  },
  'spf-ours-silent': {
    de: 'Ob unser Mailserver ({ours}) darin steht, lässt sich gerade nicht sagen, weil das DNS nicht geantwortet hat.',
    en: 'Whether our mail server ({ours}) is part of it cannot be said at the moment, because DNS did not answer.',
  },
  'spf-ours-unresolvable': {
    de: 'Für unseren Mailserver soll „{ours}“ im Eintrag stehen, aber dahinter ist keine öffentliche Adresse zu finden. Was richtig ist, weiß der Betreiber des Mailservers.',
    en: 'For our mail server the record should contain “{ours}”, but no public address can be found behind it. Whoever runs the mail server knows what is right.',
  },
  'spf-would-be-too-many': {
    de: 'Achtung: Mit unserem Mailserver verlangt der Eintrag {count} Abfragen, erlaubt sind {limit}. Vorher Teile streichen, über die niemand mehr sendet.',
    en: 'Mind: with our mail server the record asks for {count} look-ups, and {limit} are allowed. First remove parts through which nobody sends any more.',
  },
  'spf-long': {
    de: 'Der Eintrag ist {count} Zeichen lang. Manche Anbieter verlangen ihn in Stücken von höchstens 255 Zeichen.',
    en: 'The record has {count} characters. Some providers want it in pieces of at most 255 characters.',
  },

  // DKIM: the signature
  'dkim-ok': {
    de: 'Der Schlüssel „{selector}“ ist veröffentlicht und in Ordnung. Damit unterschriebene E-Mails gelten als echt.',
    en: 'The key “{selector}” is published and in order. E-mails signed with it count as genuine.',
  },
  'dkim-of-provider': {
    de: 'Die Schlüssel von {provider} sind veröffentlicht ({selectors}). Damit unterschriebene E-Mails gelten als echt.',
    en: 'The keys of {provider} are published ({selectors}). E-mails signed with them count as genuine.',
  },
  'dkim-somebodys': {
    de: 'Für {domain} gibt es Schlüssel ({selectors}). Ob unser Mailserver mit einem davon unterschreibt, ist im DNS nicht zu sehen. Wer es weiß, trägt den Namen unten ein; dann wird genau dieser geprüft.',
    en: 'There are keys for {domain} ({selectors}). Whether our mail server signs with one of them cannot be seen in DNS. If you know, enter its name below; then exactly that one is checked.',
  },
  'dkim-none-found': {
    de: 'Unter den üblichen Namen ist kein Schlüssel zu finden. Ohne Unterschrift landen E-Mails leichter im Spam, und große Anbieter verlangen sie. Name und Wert nennt der Anbieter des Mailservers; ist der Name bekannt, unten eintragen.',
    en: 'No key can be found under the usual names. Without a signature e-mails end up in spam more easily, and big providers ask for one. The provider of the mail server names both name and value; if you know the name, enter it below.',
  },
  'dkim-all-silent': {
    de: 'Das DNS hat zu {domain} nicht geantwortet. Ob es einen Schlüssel gibt, lässt sich deshalb gerade nicht sagen.',
    en: 'DNS did not answer about {domain}. Whether there is a key cannot be said at the moment.',
  },
  'dkim-silent': {
    de: 'Das DNS hat zum Schlüssel „{selector}“ nicht geantwortet. Ob er veröffentlicht ist, lässt sich gerade nicht sagen.',
    en: 'DNS did not answer about the key “{selector}”. Whether it is published cannot be said at the moment.',
  },
  'dkim-missing': {
    de: 'Der Schlüssel „{selector}“ ist nicht veröffentlicht: Unter {name} steht nichts. Den Wert nennt der Anbieter des Mailservers.',
    en: 'The key “{selector}” is not published: there is nothing at {name}. The provider of the mail server names the value.',
  },
  'dkim-several': {
    de: 'Unter {name} stehen {count} Einträge, erlaubt ist einer. Empfänger können die Unterschrift nicht prüfen. Bitte den alten löschen.',
    du: 'Unter {name} stehen {count} Einträge, erlaubt ist einer. Empfänger können die Unterschrift nicht prüfen. Lösche bitte den alten.',
    en: 'There are {count} records at {name}, and only one is allowed. Recipients cannot check the signature. Please delete the old one.',
  },
  'dkim-revoked': {
    de: 'Der Schlüssel „{selector}“ ist widerrufen (sein Eintrag ist leer). E-Mails, die damit unterschrieben sind, gelten als ungültig. Einen neuen nennt der Anbieter des Mailservers.',
    en: 'The key “{selector}” is revoked (its record is empty). E-mails signed with it count as invalid. The provider of the mail server names a new one.',
  },
  'dkim-short': {
    de: 'Der Schlüssel „{selector}“ hat nur {bits} Bit und wird von Empfängern nicht mehr angenommen. Nötig sind 2048. Einen neuen nennt der Anbieter des Mailservers.',
    en: 'The key “{selector}” has only {bits} bits and recipients no longer take it. 2048 are needed. The provider of the mail server names a new one.',
  },
  'dkim-old-length': {
    de: 'Der Schlüssel „{selector}“ hat {bits} Bit. Das gilt noch; üblich sind heute 2048.',
    en: 'The key “{selector}” has {bits} bits. That still counts; 2048 are usual today.',
  },
  'dkim-syntax': {
    de: 'Der Eintrag zum Schlüssel „{selector}“ ist beschädigt, etwa beim Kopieren abgeschnitten. Empfänger können die Unterschrift nicht prüfen. Bitte noch einmal vom Anbieter des Mailservers übernehmen.',
    du: 'Der Eintrag zum Schlüssel „{selector}“ ist beschädigt, etwa beim Kopieren abgeschnitten. Empfänger können die Unterschrift nicht prüfen. Übernimm ihn bitte noch einmal vom Anbieter des Mailservers.',
    en: 'The record of the key “{selector}” is damaged, perhaps cut off while copying. Recipients cannot check the signature. Please copy it from the provider of the mail server again.',
  },
  'dkim-not-for-mail': {
    de: 'Der Schlüssel „{selector}“ gilt laut Eintrag nicht für E-Mails.',
    en: 'According to its record the key “{selector}” is not for e-mails.',
  },
  'dkim-old-hash': {
    de: 'Der Schlüssel „{selector}“ erlaubt nur ein veraltetes Verfahren (SHA-1), das Empfänger nicht mehr annehmen.',
    en: 'The key “{selector}” allows only an outdated method (SHA-1) that recipients no longer take.',
  },
  'dkim-testing': {
    de: 'Der Schlüssel „{selector}“ ist als Test gekennzeichnet (t=y). Empfänger müssen die Unterschrift dann nicht beachten.',
    en: 'The key “{selector}” is marked as a test (t=y). Recipients then need not mind the signature.',
  },

  // DMARC: what happens to forged mails
  'dmarc-silent': {
    de: 'Das DNS hat zu {domain} nicht geantwortet. Ob es eine Regel gibt, lässt sich deshalb gerade nicht sagen.',
    en: 'DNS did not answer about {domain}. Whether there is a rule cannot be said at the moment.',
  },
  'dmarc-missing': {
    de: 'Es gibt keine DMARC-Regel für {domain}. Große Anbieter wie Google und Yahoo erwarten eine. Der Eintrag unten ist ein gefahrloser Anfang: Er ändert nichts an der Zustellung; Empfänger schicken dann Berichte.',
    en: 'There is no DMARC rule for {domain}. Big providers such as Google and Yahoo expect one. The record below is a safe beginning: it does not change delivery; recipients then send reports.',
  },
  'dmarc-several': {
    de: 'Bei {domain} stehen {count} DMARC-Regeln, erlaubt ist eine. Empfänger beachten dann keine. Alle löschen und die eine unten veröffentlichen.',
    en: 'There are {count} DMARC rules at {domain}, and only one is allowed. Recipients then ignore them all. Delete them and publish the one below.',
  },
  'dmarc-syntax': {
    de: 'Die DMARC-Regel von {domain} ist nicht lesbar. Empfänger beachten sie nicht. Bitte durch den Eintrag unten ersetzen.',
    du: 'Die DMARC-Regel von {domain} ist nicht lesbar. Empfänger beachten sie nicht. Ersetze sie bitte durch den Eintrag unten.',
    en: 'The DMARC rule of {domain} cannot be read. Recipients ignore it. Please replace it by the record below.',
  },
  'dmarc-none': {
    de: 'Die Regel beobachtet nur: Gefälschte E-Mails kommen weiterhin an. Als Anfang ist das richtig; zeigen die Berichte keine Überraschung, ist „p=quarantine“ der nächste Schritt.',
    en: 'The rule only watches: forged e-mails still arrive. That is right to begin with; once the reports show no surprise, “p=quarantine” is the next step.',
  },
  'dmarc-quarantine': {
    de: 'Gefälschte E-Mails landen beim Empfänger im Spam. Umso wichtiger ist, dass SPF oder DKIM für unseren Mailserver stimmen.',
    en: 'Forged e-mails end up in the recipient’s spam. That makes it all the more important that SPF or DKIM is right for our mail server.',
  },
  'dmarc-reject': {
    de: 'Gefälschte E-Mails werden abgelehnt. Umso wichtiger ist, dass SPF oder DKIM für unseren Mailserver stimmen.',
    en: 'Forged e-mails are refused. That makes it all the more important that SPF or DKIM is right for our mail server.',
  },
  'dmarc-inherited': {
    de: 'Die Regel steht bei {organisation} und gilt auch für {domain}.',
    en: 'The rule stands at {organisation} and also holds for {domain}.',
  },
  'dmarc-nobody-reads': {
    de: 'Es ist keine Adresse für Berichte angegeben. So erfährt niemand, was die Regel findet. Im Eintrag unten ist eine ergänzt.',
    en: 'No address for reports is given, so nobody learns what the rule finds. The record below has one.',
  },
  'dmarc-no-reports': {
    de: 'Es ist keine Adresse für Berichte angegeben. Mit einer (im Eintrag unten ergänzt) fällt auf, wenn eigene E-Mails abgelehnt werden.',
    en: 'No address for reports is given. With one (the record below has it) you notice when your own e-mails are refused.',
  },
  'dmarc-stranger': {
    de: 'Die Berichte sollen an {other} gehen, aber diese Domain hat nicht zugestimmt, sie anzunehmen. Sie kommen dort nicht an.',
    en: 'The reports are to go to {other}, but that domain has not agreed to take them. They do not arrive there.',
  },

  // the sender as a whole
  'alignment-both': {
    de: 'Empfänger erkennen unsere E-Mails doppelt als echt: am Mailserver und an der Unterschrift.',
    en: 'Recipients recognise our e-mails as genuine in two ways: by the mail server and by the signature.',
  },
  'alignment-spf': {
    de: 'Empfänger erkennen unsere E-Mails am Mailserver als echt. Ob auch eine Unterschrift dabei ist, ist im DNS nicht zu sehen.',
    en: 'Recipients recognise our e-mails as genuine by the mail server. Whether there is a signature, too, cannot be seen in DNS.',
  },
  'alignment-dkim': {
    de: 'Empfänger erkennen unsere E-Mails an der Unterschrift als echt.',
    en: 'Recipients recognise our e-mails as genuine by the signature.',
  },
  'alignment-only-spf': {
    de: 'Empfänger erkennen unsere E-Mails nur am Mailserver als echt. Werden sie weitergeleitet, geht das verloren; eine Unterschrift (DKIM) bliebe.',
    en: 'Recipients recognise our e-mails as genuine only by the mail server. That is lost when they are forwarded; a signature (DKIM) would stay.',
  },
  'alignment-only-dkim': {
    de: 'Empfänger erkennen unsere E-Mails nur an der Unterschrift als echt. Fehlt sie einmal, spricht nichts mehr für sie; der SPF-Eintrag würde helfen.',
    en: 'Recipients recognise our e-mails as genuine only by the signature. If it is missing once, nothing speaks for them; the SPF record would help.',
  },
  'alignment-unknown': {
    de: 'Ob Empfänger unsere E-Mails als echt erkennen, lässt sich mit dem, was bekannt ist, nicht sagen.',
    en: 'Whether recipients recognise our e-mails as genuine cannot be said with what is known.',
  },
  'alignment-neither': {
    de: 'Nichts beweist Empfängern, dass unsere E-Mails wirklich von {domain} kommen. Viele landen im Spam. Bitte zuerst den SPF-Eintrag berichtigen.',
    en: 'Nothing proves to recipients that our e-mails really come from {domain}. Many end up in spam. Please correct the SPF record first.',
  },
  'alignment-refused': {
    de: 'Nichts beweist Empfängern, dass unsere E-Mails wirklich von {domain} kommen, und die DMARC-Regel verlangt, solche E-Mails auszusortieren. So kommt fast keine an. Bitte zuerst den SPF-Eintrag berichtigen.',
    en: 'Nothing proves to recipients that our e-mails really come from {domain}, and the DMARC rule asks to sort such e-mails out. Hardly any arrives that way. Please correct the SPF record first.',
  },
  'alignment-envelope': {
    de: 'Meldungen über unzustellbare E-Mails gehen an {envelope}, der Absender ist aber {domain}. SPF zählt deshalb nicht für den Absender; auf die Unterschrift (DKIM) kommt es an.',
    en: 'Reports about undeliverable e-mails go to {envelope}, but the sender is {domain}. So SPF does not count for the sender; the signature (DKIM) decides.',
  },
  'alignment-provider': {
    de: '{provider} verwendet für Rückmeldungen oft eine eigene Adresse. Dann zählt SPF nicht für den Absender, und es kommt auf die Unterschrift (DKIM) an.',
    en: '{provider} often uses an address of its own for reports. Then SPF does not count for the sender, and the signature (DKIM) decides.',
  },
  'alignment-nothing-leaves': {
    de: 'Das zeigt sich, sobald ein Versandweg eingerichtet ist.',
    en: 'This will show once a way of sending is set up.',
  },
} as const satisfies Record<string, Phrase>;

export type PointCode = keyof typeof pointPhrases;
