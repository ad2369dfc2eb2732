import { defineRefusals } from '../../../platform/refusal.ts';

/** Every „no“ about mails that let somebody in. */
export const refuse = defineRefusals('access', {
  'already-given': {
    kind: 'conflict',
    de: 'Diese Person hat in diesem Portal schon einen Zugang.',
    en: 'This person already has access to this portal.',
  },
  'address-needed': {
    kind: 'invalid',
    de: 'Diese Person hat keine E-Mail-Adresse. Bitte zuerst eine eintragen.',
    en: 'This person has no e-mail address. Please enter one first.',
  },
  'has-password': {
    kind: 'conflict',
    de: 'Diese Person hat schon ein Passwort. Statt der Willkommens-E-Mail hilft „Passwort zurücksetzen“.',
    en: 'This person already has a password. Instead of the welcome e-mail, “Reset password” helps.',
  },
  'has-registered': {
    kind: 'conflict',
    de: 'Diese Person hat sich schon registriert; ihr Passwort ist zurückgesetzt. Einen neuen Link schickt „Passwort zurücksetzen“.',
    en: 'This person has registered already; their password was reset. “Reset password” sends a new link.',
  },
  'not-registered-yet': {
    kind: 'conflict',
    de: 'Diese Person hat noch kein Passwort. Den Link dafür schickt „Willkommens-E-Mail erneut senden“.',
    en: 'This person has no password yet. “Send welcome e-mail again” sends the link for it.',
  },
  'mail-while-deleted': { kind: 'conflict', de: 'Der Zugang ist gelöscht.', en: 'The access is deleted.' },
  'mail-while-blocked': {
    kind: 'conflict',
    de: 'Der Zugang ist gesperrt. Zuerst entsperren, dann den Link senden.',
    en: 'The access is blocked. Unblock it first, then send the link.',
  },
  'mail-while-expired': {
    kind: 'conflict',
    de: 'Der Zugang ist abgelaufen. Zuerst das Ablaufdatum ändern, dann den Link senden.',
    en: 'The access has expired. Change the expiry date first, then send the link.',
  },
  'mail-while-company-closed': {
    kind: 'conflict',
    de: 'Das Unternehmen ist abgeschaltet. Zuerst das Unternehmen einschalten, dann den Link senden.',
    en: 'The company is switched off. Switch it on first, then send the link.',
  },
  'mail-while-portal-closed': {
    kind: 'conflict',
    de: 'Das Portal ist abgeschaltet. Zuerst das Portal einschalten, dann den Link senden.',
    en: 'The portal is switched off. Switch it on first, then send the link.',
  },
  'wait-for-mail': {
    kind: 'too-many',
    de: 'Gerade eben ging schon eine E-Mail hinaus. Die nächste ist in {seconds} Sekunden möglich.',
    en: 'An e-mail was sent just now. The next one is possible in {seconds} seconds.',
  },
  'address-taken': {
    kind: 'conflict',
    de: 'Mit der E-Mail-Adresse dieser Person meldet sich schon jemand anderes an. Bitte zuerst eine eigene Adresse der Person eintragen.',
    en: 'Somebody else already signs in with this person’s e-mail address. Please enter an address of their own first.',
  },
  'reset-without-template-inactive': {
    kind: 'unavailable',
    de: 'Das Passwort bleibt: Das E-Mail Template „Ihr Passwort wurde zurückgesetzt“ ist nicht aktiv, und ohne seinen Link käme die Person nicht mehr hinein. Unter Einstellungen › E-Mail Templates einschalten.',
    en: 'The password stays: the e-mail template “Your password was reset” is not active, and without its link the person could not get in any more. Switch it on under Settings › E-mail templates.',
  },
  'reset-without-no-transport': {
    kind: 'unavailable',
    de: 'Das Passwort bleibt: Es ist kein E-Mail-Versand eingerichtet, und ohne den Link käme die Person nicht mehr hinein. Unter Einstellungen › E-Mail einrichten.',
    en: 'The password stays: no way of sending e-mail is set up, and without the link the person could not get in any more. Set it up under Settings › E-mail.',
  },
  'reset-without-no-address': {
    kind: 'unavailable',
    de: 'Das Passwort bleibt: Die Person hat keine E-Mail-Adresse für den Link.',
    en: 'The password stays: the person has no e-mail address for the link.',
  },
  'reset-without-invalid-address': {
    kind: 'unavailable',
    de: 'Das Passwort bleibt: An die gespeicherte Adresse kann kein Link gesendet werden. Bitte die Adresse prüfen.',
    en: 'The password stays: no link can be sent to the stored address. Please check the address.',
  },
  'address-change-not-running': {
    kind: 'conflict',
    de: 'Es läuft keine E-Mail-Änderung.',
    en: 'No change of e-mail address is under way.',
  },
});
