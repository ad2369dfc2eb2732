import { defineRefusals } from '../../platform/refusal.ts';

/** Every „no“ of bounces. */
export const refuse = defineRefusals('bounce', {
  'settings-invalid': {
    kind: 'invalid',
    de: 'Die Einstellungen für Rückläufer sind nicht vollständig oder nicht gültig. Bitte die markierten Felder prüfen.',
    du: 'Die Einstellungen für Rückläufer sind nicht vollständig oder nicht gültig. Bitte prüfe die markierten Felder.',
    en: 'The settings for bounces are missing something or not valid. Please check the marked fields.',
  },
  'too-large': {
    kind: 'invalid',
    de: 'Dieser Rückläufer ist größer als 1 MB und wurde nicht gelesen. Der Bericht steht am Anfang: Die ersten 1 MB genügen.',
    en: 'This bounce is larger than 1 MB and was not read. The report stands at its beginning: the first 1 MB are enough.',
  },
  'not-base64': {
    kind: 'invalid',
    de: 'Der Rückläufer wird als ganze E-Mail erwartet, in Base64 und ohne Zeilenumbrüche.',
    en: 'The bounce is expected as a whole e-mail, in Base64 and without line breaks.',
  },
  'no-sub-addresses': {
    kind: 'conflict',
    de: 'Unteradressen sind nicht eingeschaltet. Es gibt nichts zu prüfen.',
    en: 'Sub-addresses are not switched on. There is nothing to check.',
  },
  'nothing-to-check': {
    kind: 'conflict',
    de: 'Es ist kein Postfach eingetragen, das geprüft werden könnte.',
    en: 'There is no mailbox that could be checked.',
  },
});
