import { defineRefusals } from '../../../platform/refusal.ts';

export const refuse = defineRefusals('bulk', {
  unknown: { kind: 'missing', de: 'Diese Aktion gibt es nicht.', en: 'There is no such act.' },
  nobody: { kind: 'invalid', de: 'Damit ist kein Zugang gemeint.', en: 'No access is meant by this.' },
  'too-many': {
    kind: 'invalid',
    de: 'Auf einmal sind höchstens {most} Zugänge möglich. Bitte die Auswahl eingrenzen.',
    en: 'At most {most} accesses are possible at once. Please narrow the selection.',
  },
  'not-planned': { kind: 'conflict', de: 'Diese Aktion wurde schon ausgeführt.', en: 'This act has been carried out already.' },
  'nothing-affected': { kind: 'conflict', de: 'Von dieser Aktion ist kein Zugang betroffen.', en: 'No access is affected by this act.' },
  'nothing-failed': { kind: 'conflict', de: 'Es ist nichts fehlgeschlagen.', en: 'Nothing has failed.' },
  'not-undoable': { kind: 'conflict', de: 'Diese Aktion lässt sich nicht zurücknehmen.', en: 'This act cannot be taken back.' },
});

/** Why single accesses are skipped, or failed. */
export const refuseRow = defineRefusals('bulk-row', {
  gone: { kind: 'conflict', de: 'Diesen Zugang gibt es nicht mehr.', en: 'This access is no longer there.' },
  'same-expiry': { kind: 'conflict', de: 'Das Ablaufdatum ist schon so.', en: 'The expiry date is so already.' },
  'same-login': {
    kind: 'conflict',
    de: 'Dieselbe Person bekommt die E-Mail schon eines anderen Portals; ein zweiter Link würde den ersten beenden.',
    en: 'The same person gets the e-mail of another portal already; a second link would end the first.',
  },
  'mailed-lately': {
    kind: 'conflict',
    de: 'Die letzte E-Mail ist noch keine {days} Tage her.',
    en: 'The last e-mail is less than {days} days ago.',
  },
  'never-mailed': { kind: 'conflict', de: 'Es gab noch keine E-Mail.', en: 'There was no e-mail yet.' },
  'wait-for-mail': { kind: 'conflict', de: 'Gerade eben ging schon eine E-Mail hinaus.', en: 'An e-mail was sent just now.' },
  'changed-since': { kind: 'conflict', de: 'Wurde inzwischen anders geändert.', en: 'Has been changed otherwise since.' },
  'mail-template-inactive': { kind: 'conflict', de: 'Das E-Mail Template ist nicht aktiv.', en: 'The e-mail template is not active.' },
  'mail-no-transport': { kind: 'conflict', de: 'Es ist kein E-Mail-Versand eingerichtet.', en: 'No way of sending e-mail is set up.' },
  'mail-no-address': { kind: 'conflict', de: 'Es gibt keine E-Mail-Adresse.', en: 'There is no e-mail address.' },
  'mail-invalid-address': {
    kind: 'conflict',
    de: 'An die Adresse kann nichts gesendet werden.',
    en: 'Nothing can be sent to the address.',
  },
  'mail-shut': {
    kind: 'conflict',
    de: 'Der Zugang ist gesperrt, abgelaufen oder abgeschaltet.',
    en: 'The access is blocked, expired or switched off.',
  },
  error: {
    kind: 'conflict',
    de: 'Das hat wegen eines Fehlers bei uns nicht geklappt; er steht im Protokoll des Servers.',
    en: 'This did not work because of an error of ours; it stands in the server’s log.',
  },
});
