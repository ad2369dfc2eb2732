import { definePhrases } from '../../platform/phrases.ts';

export const words = definePhrases({
  confirmTitle: { de: 'Neue E-Mail-Adresse bestätigen', en: 'Confirm new e-mail address' },
  confirmIntro: {
    de: 'Mit Ihrem Passwort bestätigen Sie, dass die Nachrichten zu Ihrem Konto künftig an diese Adresse gehen. Danach melden Sie sich überall neu an.',
    du: 'Mit deinem Passwort bestätigst du, dass die Nachrichten zu deinem Konto künftig an diese Adresse gehen. Danach meldest du dich überall neu an.',
    en: 'With your password you confirm that messages about your account go to this address from now on. Afterwards you sign in anew everywhere.',
  },
  account: { de: 'Kontoname', en: 'Account name' },
  newAddress: { de: 'Neue Adresse', en: 'New address' },
  password: { de: 'Passwort', en: 'Password' },
  takesName: { de: 'Ab jetzt mit der neuen Adresse anmelden', en: 'Sign in with the new address from now on' },
  takesNameHint: {
    de: 'Bisher ist Ihre alte Adresse Ihr Kontoname. Ohne das Häkchen bleibt das so.',
    du: 'Bisher ist deine alte Adresse dein Kontoname. Ohne das Häkchen bleibt das so.',
    en: 'Your old address is your account name so far. Without the tick it stays so.',
  },
  confirm: { de: 'Adresse bestätigen', en: 'Confirm address' },
  worksUntil: { de: 'Der Link gilt bis {until}.', en: 'The link works until {until}.' },
  over: { de: 'Diese Adresse lässt sich hier nicht bestätigen', en: 'This address cannot be confirmed here' },
  toSignIn: { de: 'Zur Anmeldung', en: 'To sign-in' },
  toProfile: { de: 'Im Profil neu eintragen', en: 'Enter it again in the profile' },
  setPassword: { de: 'Passwort festlegen', en: 'Set a password' },
  doneTitle: { de: 'Die neue Adresse gilt', en: 'The new address counts' },
  done: {
    de: 'Alle Nachrichten zu Ihrem Konto gehen jetzt an {address}. Sie sind auf allen Geräten abgemeldet.',
    du: 'Alle Nachrichten zu deinem Konto gehen jetzt an {address}. Du bist auf allen Geräten abgemeldet.',
    en: 'All messages about your account now go to {address}. You are signed out on all devices.',
  },
  doneName: { de: 'Ihr Kontoname ist {accountName}.', du: 'Dein Kontoname ist {accountName}.', en: 'Your account name is {accountName}.' },
});
