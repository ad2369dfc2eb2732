import { definePhrases } from '../../platform/phrases.ts';

export const words = definePhrases({
  forgotten: { de: 'Passwort vergessen', en: 'Forgotten password' },
  forgottenIntro: {
    de: 'Sie bekommen eine E-Mail mit einem Link. Damit legen Sie ein neues Passwort fest.',
    du: 'Du bekommst eine E-Mail mit einem Link. Damit legst du ein neues Passwort fest.',
    en: 'You will get an e-mail with a link. It lets you set a new password.',
  },
  addressOrName: { de: 'E-Mail-Adresse oder Kontoname', en: 'E-mail address or account name' },
  addressHint: {
    de: 'Die Adresse, die {company} für Sie gespeichert hat.',
    du: 'Die Adresse, die {company} für dich gespeichert hat.',
    en: 'The address that {company} has stored for you.',
  },
  requestLink: { de: 'Link anfordern', en: 'Request a link' },
  toSignIn: { de: 'Zur Anmeldung', en: 'Go to sign-in' },

  lookIntoMailbox: { de: 'Bitte ins Postfach sehen', en: 'Please check your inbox' },
  perhapsOnItsWay: {
    de: 'Wenn es dazu einen Zugang gibt, ist eine E-Mail unterwegs. Der Link darin gilt nur kurze Zeit und nur einmal.',
    en: 'If there is an access for it, an e-mail is on its way. The link in it works once and only for a short time.',
  },
  onItsWayTo: {
    de: 'Eine E-Mail mit einem neuen Link ist unterwegs an {address}. Ältere Links gelten nicht mehr.',
    en: 'An e-mail with a new link is on its way to {address}. Older links no longer work.',
  },
  noneComes: { de: 'Es kommt keine E-Mail?', en: 'No e-mail arriving?' },
  noneSpam: {
    de: 'Sehen Sie im Ordner für Spam oder Werbung nach.',
    du: 'Sieh im Ordner für Spam oder Werbung nach.',
    en: 'Look in the folder for spam or promotions.',
  },
  noneAddress: {
    de: 'Eine E-Mail geht nur an die Adresse, die {company} für Sie gespeichert hat. Vielleicht ist es eine andere.',
    du: 'Eine E-Mail geht nur an die Adresse, die {company} für dich gespeichert hat. Vielleicht ist es eine andere.',
    en: 'An e-mail is only sent to the address that {company} has stored for you. It may be a different one.',
  },
  noneAsk: {
    de: 'Hilft beides nicht, wenden Sie sich bitte an: {contact}',
    du: 'Hilft beides nicht, wende dich bitte an: {contact}',
    en: 'If neither helps, please contact: {contact}',
  },
  otherAddress: { de: 'Andere Adresse eingeben', en: 'Enter another address' },

  setPassword: { de: 'Passwort festlegen', en: 'Set a password' },
  forAccount: { de: 'Kontoname', en: 'Account name' },
  worksUntil: { de: 'Der Link gilt bis {until} und nur einmal.', en: 'The link works until {until}, and only once.' },

  unknown: { de: 'Link nicht bekannt', en: 'Link not known' },
  used: { de: 'Link schon benutzt', en: 'Link already used' },
  expired: { de: 'Link abgelaufen', en: 'Link expired' },
  superseded: { de: 'Es gibt eine neuere E-Mail', en: 'There is a newer e-mail' },
  overtaken: { de: 'Link gilt nicht mehr', en: 'Link no longer works' },
  requestNewLink: { de: 'Neuen Link anfordern', en: 'Request a new link' },
  newLinkGoesToStored: {
    de: 'Ein neuer Link geht an die gespeicherte E-Mail-Adresse.',
    en: 'A new link goes to the stored e-mail address.',
  },
  newerNotThere: { de: 'Die neuere E-Mail ist nicht da?', en: 'The newer e-mail is not there?' },
  newerSpam: {
    de: 'Sehen Sie zuerst im Ordner für Spam oder Werbung nach.',
    du: 'Sieh zuerst im Ordner für Spam oder Werbung nach.',
    en: 'Look in the folder for spam or promotions first.',
  },
  newerDies: {
    de: 'Wer noch einen Link anfordert, macht den in der neueren E-Mail ungültig.',
    en: 'Requesting yet another link ends the one in the newer e-mail.',
  },
  onTheServer: {
    de: 'Einen neuen Link gibt auf dem Server dieser Befehl aus: {command}',
    en: 'This command gives out a new link on the server: {command}',
  },
});
