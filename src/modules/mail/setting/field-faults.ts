import type { Phrase } from '../../../platform/phrases.ts';

/** What can be wrong with one field of the settings, and what to do about it. */
export const fieldFaultPhrases = {
  'host-missing': {
    de: 'Bitte den Namen des Mailservers angeben, zum Beispiel mail.firma.de.',
    en: 'Please enter the name of the mail server, for example mail.company.com.',
  },
  'host-invalid': {
    de: 'Hier steht nur der Name des Mailservers, zum Beispiel mail.firma.de, ohne „https://“, Port und Pfad.',
    en: 'Only the name of the mail server belongs here, for example mail.company.com, without “https://”, port and path.',
  },
  'encryption-required': {
    de: 'Ohne Verschlüsselung geht es nur an einen Mailserver auf demselben Rechner. Bitte STARTTLS oder TLS wählen.',
    en: 'Without encryption only a mail server on the same machine can be used. Please choose STARTTLS or TLS.',
  },
  'user-name-missing': {
    de: 'Zu einem Passwort gehört ein Benutzername.',
    en: 'A password needs a user name.',
  },
  'password-missing': {
    de: 'Zu diesem Benutzernamen fehlt das Passwort. Ohne Anmeldung bleibt der Benutzername leer.',
    en: 'The password for this user name is missing. Without a login the user name stays empty.',
  },
  'password-again': {
    de: 'Server, Port, Verschlüsselung oder Benutzername sind andere als bisher. Bitte das Passwort noch einmal eingeben: Das gespeicherte geht nur an den Server, für den es gespeichert wurde.',
    en: 'Server, port, encryption or user name are not the same as before. Please type the password again: the stored one only goes to the server that it was stored for.',
  },
  'sender-name-missing': { de: 'Bitte einen Absendernamen angeben.', en: 'Please enter a sender name.' },
  'sender-name-encoded': {
    de: 'Aus „=?…?=“ machen E-Mail-Programme andere Zeichen. Bitte den Namen so schreiben, wie er zu lesen sein soll.',
    en: 'Mail programs turn “=?…?=” into other characters. Please write the name the way it should be read.',
  },
  'sender-reserved': {
    de: 'Unter dieser Domain gibt es keine E-Mail. Bitte eine Adresse der eigenen Domain angeben, zum Beispiel portal@firma.de.',
    en: 'There is no e-mail under this domain. Please enter an address of your own domain, for example portal@company.com.',
  },
} as const satisfies Record<string, Phrase>;

export type FieldFault = keyof typeof fieldFaultPhrases;
