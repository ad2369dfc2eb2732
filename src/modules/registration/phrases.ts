import { definePhrases } from '../../platform/phrases.ts';

export const words = definePhrases({
  register: { de: 'Registrieren', en: 'Register' },
  intro: {
    de: 'Nach dem Absenden bekommen Sie eine E-Mail. Mit dem Link darin bestätigen Sie, dass die Adresse Ihnen gehört.',
    du: 'Nach dem Absenden bekommst du eine E-Mail. Mit dem Link darin bestätigst du, dass die Adresse dir gehört.',
    en: 'After sending the form you get an e-mail. With the link in it you confirm that the address is yours.',
  },
  salutation: { de: 'Anrede', en: 'Salutation' },
  noSalutation: { de: 'keine Angabe', en: 'not specified' },
  frau: { de: 'Frau', en: 'Ms' },
  herr: { de: 'Herr', en: 'Mr' },
  firstName: { de: 'Vorname', en: 'First name' },
  lastName: { de: 'Name', en: 'Last name' },
  email: { de: 'E-Mail-Adresse', en: 'E-mail address' },
  emailHint: { de: 'Hierhin geht der Link zur Bestätigung.', en: 'The link for your confirmation goes here.' },
  emailMatchHint: {
    de: 'Am besten die Adresse, die {company} von Ihnen kennt. Hierhin geht der Link zur Bestätigung.',
    du: 'Am besten die Adresse, die {company} von dir kennt. Hierhin geht der Link zur Bestätigung.',
    en: 'Best the address that {company} knows from you. The link for your confirmation goes here.',
  },
  password: { de: 'Passwort', en: 'Password' },
  customerNumber: { de: 'Kundennummer', en: 'Customer number' },
  customerNumberHint: {
    de: 'Sie steht auf jedem Schreiben und jeder Rechnung von {company}.',
    en: 'It is on every letter and invoice from {company}.',
  },
  postalCode: { de: 'Postleitzahl', en: 'Postcode' },
  postalCodeHint: {
    de: 'Die der Anschrift, die {company} von Ihnen kennt.',
    du: 'Die der Anschrift, die {company} von dir kennt.',
    en: 'That of the address that {company} knows from you.',
  },
  companyName: { de: 'Firma (freiwillig)', en: 'Company (optional)' },
  consents: { de: 'Einwilligungen', en: 'Consents' },
  optional: { de: '(freiwillig)', en: '(optional)' },
  readConsent: { de: 'Nachlesen', en: 'Read it' },
  checking: { de: 'Einen Moment …', en: 'One moment …' },
  haveAccess: { de: 'Schon einen Zugang?', en: 'Already have access?' },
  toSignIn: { de: 'Zur Anmeldung', en: 'Go to sign-in' },

  lookIntoMailbox: { de: 'Bitte ins Postfach sehen', en: 'Please check your inbox' },
  sentTo: {
    de: 'Wir haben Ihnen eine E-Mail an {address} geschickt. Öffnen Sie bitte den Link darin, um die Registrierung abzuschließen.',
    du: 'Wir haben dir eine E-Mail an {address} geschickt. Öffne bitte den Link darin, um die Registrierung abzuschließen.',
    en: 'We have sent you an e-mail to {address}. Please open the link in it to complete the registration.',
  },
  sent: {
    de: 'Wir haben Ihnen eine E-Mail geschickt. Öffnen Sie bitte den Link darin, um die Registrierung abzuschließen.',
    du: 'Wir haben dir eine E-Mail geschickt. Öffne bitte den Link darin, um die Registrierung abzuschließen.',
    en: 'We have sent you an e-mail. Please open the link in it to complete the registration.',
  },
  noneComes: { de: 'Es kommt keine E-Mail?', en: 'No e-mail arriving?' },
  noneSpam: {
    de: 'Sehen Sie im Ordner für Spam oder Werbung nach.',
    du: 'Sieh im Ordner für Spam oder Werbung nach.',
    en: 'Look in the folder for spam or promotions.',
  },
  noneAddress: {
    de: 'Prüfen Sie, ob die Adresse stimmt. Mit einem Tippfehler kommt nichts an; dann registrieren Sie sich bitte noch einmal.',
    du: 'Prüfe, ob die Adresse stimmt. Mit einem Tippfehler kommt nichts an; dann registriere dich bitte noch einmal.',
    en: 'Check whether the address is right. With a typing mistake nothing arrives; then please register once more.',
  },
  noneAsk: {
    de: 'Hilft beides nicht, wenden Sie sich bitte an: {contact}',
    du: 'Hilft beides nicht, wende dich bitte an: {contact}',
    en: 'If neither helps, please contact: {contact}',
  },
  again: { de: 'Noch einmal registrieren', en: 'Register again' },

  confirm: { de: 'Registrierung bestätigen', en: 'Confirm registration' },
  accountName: { de: 'Kontoname', en: 'Account name' },
  chosenHint: {
    de: 'Das Passwort, das Sie bei der Registrierung gewählt haben.',
    du: 'Das Passwort, das du bei der Registrierung gewählt hast.',
    en: 'The password that you chose when registering.',
  },
  existingHint: {
    de: 'Mit diesem Kontonamen melden Sie sich schon bei „{portal}“ an. Bitte geben Sie das Passwort ein, das Sie dort benutzen; es gilt dann auch hier.',
    du: 'Mit diesem Kontonamen meldest du dich schon bei „{portal}“ an. Bitte gib das Passwort ein, das du dort benutzt; es gilt dann auch hier.',
    en: 'You already sign in to “{portal}” with this account name. Please enter the password that you use there; it then counts here too.',
  },
  forgottenSetNew: { de: 'Passwort vergessen? Neues festlegen', en: 'Forgotten the password? Set a new one' },
  forgottenElsewhere: {
    de: 'Passwort vergessen? Bei „{portal}“ ein neues anfordern',
    en: 'Forgotten the password? Ask for a new one at “{portal}”',
  },
  setNew: { de: 'Neues Passwort festlegen', en: 'Set a new password' },
  setNewIntro: {
    de: 'Der Link hat gezeigt, dass das Postfach Ihnen gehört. Legen Sie hier ein Passwort fest; damit ist die Registrierung bestätigt.',
    du: 'Der Link hat gezeigt, dass das Postfach dir gehört. Lege hier ein Passwort fest; damit ist die Registrierung bestätigt.',
    en: 'The link has shown that the mailbox is yours. Set a password here; that confirms the registration.',
  },
  back: { de: 'Zurück', en: 'Back' },
  worksUntil: { de: 'Der Link gilt bis {until} und nur einmal.', en: 'The link works until {until}, and only once.' },

  used: { de: 'Registrierung schon bestätigt', en: 'Registration already confirmed' },
  expired: { de: 'Link abgelaufen', en: 'Link expired' },
  superseded: { de: 'Es gibt eine neuere E-Mail', en: 'There is a newer e-mail' },
  overtaken: { de: 'Link gilt nicht mehr', en: 'Link no longer works' },
  newLink: { de: 'Neuen Link anfordern', en: 'Request a new link' },
  newLinkGoesToStored: { de: 'Er geht an dieselbe E-Mail-Adresse.', en: 'It goes to the same e-mail address.' },
  forgotPassword: { de: 'Passwort vergessen', en: 'Forgotten password' },

  noMatch: { de: 'Noch kein Zugang möglich', en: 'No access possible yet' },
  noMatchHint: {
    de: 'Ihre E-Mail-Adresse ist bestätigt. Ein Zugang wird hier aber nur geöffnet, wenn die Angaben zu einer Person gehören, die {company} kennt.',
    du: 'Deine E-Mail-Adresse ist bestätigt. Ein Zugang wird hier aber nur geöffnet, wenn die Angaben zu einer Person gehören, die {company} kennt.',
    en: 'Your e-mail address is confirmed. But access is only opened here when the details belong to a person whom {company} knows.',
  },
  noMatchAgain: {
    de: 'Vielleicht ist etwas falsch eingetippt: Dann registrieren Sie sich bitte noch einmal.',
    du: 'Vielleicht ist etwas falsch eingetippt: Dann registriere dich bitte noch einmal.',
    en: 'Perhaps something was mistyped: then please register once more.',
  },
  ask: { de: 'Bitte wenden Sie sich an: {contact}', du: 'Bitte wende dich an: {contact}', en: 'Please contact: {contact}' },
});
