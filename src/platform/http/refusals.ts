import { defineRefusals } from '../refusal.ts';

/** What the HTTP edge itself refuses, before any module is asked. */
export const refuseRequest = defineRefusals('request', {
  invalid: {
    kind: 'invalid',
    de: 'Die Angaben sind nicht vollständig oder nicht gültig. Bitte die markierten Felder prüfen.',
    du: 'Die Angaben sind nicht vollständig oder nicht gültig. Bitte prüfe die markierten Felder.',
    en: 'Some entries are missing or not valid. Please check the marked fields.',
  },
  'not-json': { kind: 'invalid', de: 'Die Anfrage ist kein gültiges JSON.', en: 'The request is not valid JSON.' },
  'wrong-content-type': {
    kind: 'invalid',
    de: 'Diese Adresse nimmt Anfragen in dieser Form nicht an.',
    en: 'This address does not take requests of this form.',
  },
  'too-large': { kind: 'invalid', de: 'Die Anfrage ist zu groß.', en: 'The request is too large.' },
  'bad-cursor': {
    kind: 'invalid',
    de: 'Diese Seite der Liste gibt es nicht mehr. Bitte die Liste neu laden.',
    en: 'This page of the list no longer exists. Please load the list again.',
  },
  'unknown-path': { kind: 'missing', de: 'Diese Adresse gibt es nicht.', en: 'There is nothing at this address.' },
  'unknown-workspace': {
    kind: 'missing',
    de: 'Unter dieser Adresse gibt es keine Instanz. Ist Pforte noch nicht eingerichtet, bitte zuerst die einmalige Adresse öffnen, die beim Start ausgegeben wurde.',
    en: 'There is no workspace at this address. If Pforte has not been set up yet, please open the one-time address first that the start printed.',
  },
  'not-signed-in': { kind: 'not-signed-in', de: 'Bitte zuerst anmelden.', en: 'Please sign in first.' },
  'not-allowed': {
    kind: 'forbidden',
    de: 'Dazu fehlt das Recht. Eine Administratorin oder ein Administrator kann es erteilen.',
    en: 'You do not have the right to do this. An administrator can grant it.',
  },
  'foreign-origin': {
    kind: 'forbidden',
    de: 'Diese Anfrage kam von einer fremden Seite und wurde nicht ausgeführt. Bitte die Seite neu laden und noch einmal versuchen.',
    en: 'This request came from another site and was not carried out. Please reload the page and try again.',
  },
  stale: {
    kind: 'stale',
    de: 'Jemand anderes hat diesen Eintrag inzwischen geändert. Bitte neu laden, die eigene Änderung ist noch nicht gespeichert.',
    en: 'Somebody else has changed this record in the meantime. Please reload; your change has not been saved yet.',
  },
  'too-many': {
    kind: 'too-many',
    de: 'Zu viele Anfragen. Bitte in {seconds} Sekunden noch einmal versuchen.',
    en: 'Too many requests. Please try again in {seconds} seconds.',
  },
  unavailable: {
    kind: 'unavailable',
    de: 'Die Datenbank ist gerade nicht erreichbar. Bitte gleich noch einmal versuchen.',
    en: 'The database cannot be reached at the moment. Please try again shortly.',
  },
  'internal-error': {
    kind: 'unavailable',
    de: 'Das hat wegen eines Fehlers bei uns nicht geklappt. Es wurde nichts geändert. Bei Rückfragen bitte diese Nummer nennen: {requestId}.',
    en: 'This did not work because of an error on our side. Nothing was changed. Please quote this number if you ask about it: {requestId}.',
  },
});
