import { definePhrases, type Phrase } from '../../../platform/phrases.ts';
import type { ContentFault } from './content-faults.ts';
import type { FieldName } from './template.ts';

/**
 * What each field is, for people who write a template: so it is called in the list of fields, and in braces in the text itself, where it has to read like a
 * part of the sentence. Stored are the names, not these words.
 */
export const fieldPhrases: Record<FieldName, Phrase> = {
  salutation: { de: 'Anrede', en: 'Salutation' },
  person: { de: 'Name der Person', en: 'Name of the person' },
  accountName: { de: 'Kontoname', en: 'Account name' },
  company: { de: 'Unternehmen', en: 'Company' },
  portal: { de: 'Portal', en: 'Portal' },
  portalUrl: { de: 'Adresse des Portals', en: 'Address of the portal' },
  link: { de: 'Link', en: 'Link' },
  validUntil: { de: 'bis wann', en: 'until when' },
  occurredAt: { de: 'Zeitpunkt', en: 'Time' },
  newAddress: { de: 'Neue Adresse', en: 'New address' },
  actor: { de: 'Wer es veranlasst hat', en: 'Who did it' },
  about: { de: 'Um wen es geht', en: 'Whom it is about' },
  reason: { de: 'Grund', en: 'Reason' },
  expiresOn: { de: 'Ablauf', en: 'End' },
  lastDay: { de: 'Letzter Tag', en: 'Last day' },
  count: { de: 'Anzahl', en: 'Number' },
  pageUrl: { de: 'Seite in der Konsole', en: 'Page in the console' },
  forgotPasswordUrl: { de: 'Seite „Passwort vergessen“', en: 'Page “Forgotten password”' },
  supportContact: { de: 'Ansprechpartner', en: 'Whom to ask' },
  sender: { de: 'Absender', en: 'Sender' },
};

/** What is wrong with a wording, and what to do. */
export const faultPhrases: Record<ContentFault['fault'], Phrase> = {
  'unknown-field': {
    de: 'Das Feld „{field}“ gibt es nicht. Bitte eines aus der Liste „Feld einfügen“ wählen.',
    en: 'There is no field “{field}”. Please choose one from the list “Insert field”.',
  },
  'field-not-here': {
    de: 'Das Feld „{field}“ gehört zu anderen E-Mails und bliebe hier leer.',
    en: 'The field “{field}” belongs to other e-mails and would stay empty here.',
  },
  'half-field': {
    de: 'Hier steht eine geschweifte Klammer, die zu keinem Feld gehört. Felder sehen so aus: {field}',
    en: 'There is a brace here that belongs to no field. Fields look like this: {field}',
  },
  'link-missing': {
    de: 'In dieser E-Mail fehlt ihr Link. Ohne ihn kann der Empfänger nichts tun: bitte eine Schaltfläche einfügen, die zu „Link“ führt.',
    en: 'This e-mail lacks its link. Without it the recipient can do nothing: please add a button that leads to “Link”.',
  },
  'link-may-vanish': {
    de: 'Dieser Baustein nennt „{field}“ und entfällt, wo die Angabe fehlt, und mit ihm der Link. Bitte den Link in einen Baustein für sich stellen.',
    en: 'This block names “{field}” and is left out where that is not known, and the link with it. Please put the link into a block of its own.',
  },
  'link-exposed': {
    de: 'Der Link darf nicht in Betreff oder Vorschauzeile stehen, denn die zeigen auch gesperrte Geräte.',
    en: 'The link must not stand in the subject or the preview line, because locked devices show them too.',
  },
  'field-may-be-missing': {
    de: '„{field}“ ist nicht bei allen bekannt. Im Betreff und in der Vorschauzeile bliebe dann eine Lücke.',
    en: '“{field}” is not known for everybody. It would leave a gap in the subject or the preview line.',
  },
  empty: { de: 'Bitte ausfüllen oder den Baustein entfernen.', en: 'Please fill in or remove the block.' },
  'subject-empty': { de: 'Bitte einen Betreff angeben.', en: 'Please enter a subject.' },
  'nothing-said': { de: 'Die E-Mail ist leer. Bitte einen Absatz einfügen.', en: 'The e-mail is empty. Please add a paragraph.' },
  'address-not-web': {
    de: 'Eine Schaltfläche führt zu einem Feld oder zu einer Adresse, die mit https:// oder http:// beginnt.',
    en: 'A button leads to a field or to an address that begins with https:// or http://.',
  },
  'too-long': {
    de: 'Die E-Mail ist zu lang. Möglich sind zusammen {most} Zeichen.',
    en: 'The e-mail is too long. At most {most} characters altogether.',
  },
};

/** Why a part of a mail does not appear. */
export const omissionPhrases = definePhrases({
  missing: { de: 'Erscheint hier nicht. Es fehlt: {fields}', en: 'Does not appear here. Not known: {fields}' },
  signature: {
    de: 'Erscheint nicht. An dieser Stelle steht die Signatur aus den E-Mail-Einstellungen.',
    en: 'Does not appear. The signature from the e-mail settings stands in its place.',
  },
});

export const testPhrases = definePhrases({
  queued: { de: 'Die Test-E-Mail an {address} ist unterwegs.', en: 'The test e-mail to {address} is on its way.' },
  inTestMailbox: {
    de: 'Die Test-E-Mail an {address} liegt gleich im Testpostfach.',
    en: 'The test e-mail to {address} will be in the test mailbox in a moment.',
  },
  held: {
    de: 'Die Test-E-Mail an {address} wartet: E-Mails an diese Adresse kamen zurück.',
    en: 'The test e-mail to {address} waits: e-mails to this address came back.',
  },
  'template-inactive': {
    de: 'Nicht gesendet: Das Template „Test-E-Mail“ ist ausgeschaltet.',
    en: 'Not sent: the template “Test e-mail” is switched off.',
  },
  'no-transport': { de: 'Nicht gesendet: Es ist kein Versandweg eingerichtet.', en: 'Not sent: no way of sending is set up.' },
  'no-address': { de: 'Nicht gesendet: Es fehlt die Adresse.', en: 'Not sent: the address is missing.' },
  'invalid-address': { de: 'Nicht gesendet: Die Adresse ist nicht gültig.', en: 'Not sent: the address is not valid.' },
});
