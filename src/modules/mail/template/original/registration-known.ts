import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** Rule 9: leaves instead of the activation when somebody registers who has access already; the page says the same to both. */
export const registrationKnownTemplate = defineTemplate({
  key: 'registration_known',
  section: 'customers',
  label: { de: 'Sie haben schon einen Zugang', du: 'Du hast schon einen Zugang', en: 'You already have access' },
  description: {
    de: 'Geht an eine Person, die sich noch einmal registriert, obwohl sie schon einen Zugang hat.',
    en: 'Goes to a person who registers once more although they already have access.',
  },
  consequence: {
    de: 'Solange das Template aus ist, wartet vergeblich auf eine E-Mail, wer sich ein zweites Mal registriert.',
    en: 'While it is off, people who register a second time wait for an e-mail in vain.',
  },
  isUsed: true,
  needsLink: false,
  content: {
    de: {
      subject: 'Sie haben schon einen Zugang zu „{portal}“',
      preheader: 'Eine neue Registrierung ist nicht nötig. Sie können sich gleich anmelden.',
      blocks: [
        { kind: 'heading', text: 'Sie haben schon einen Zugang' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'mit dieser Adresse wollte sich jemand bei „{portal}“ registrieren. Das ist nicht nötig: Sie haben dort schon einen Zugang und melden sich mit dem Passwort an, das Sie dafür festgelegt haben.',
        },
        { kind: 'facts', facts: [{ label: 'Kontoname', text: '{accountName}' }] },
        { kind: 'button', label: 'Zur Anmeldung', to: 'portalUrl' },
        { kind: 'note', text: 'Wissen Sie Ihr Passwort nicht mehr? Hier legen Sie ein neues fest: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Waren Sie das nicht? Dann brauchen Sie nichts zu tun: An Ihrem Zugang hat sich nichts geändert.',
        },
        common.de.support,
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Du hast schon einen Zugang zu „{portal}“',
      preheader: 'Eine neue Registrierung ist nicht nötig. Du kannst dich gleich anmelden.',
      blocks: [
        { kind: 'heading', text: 'Du hast schon einen Zugang' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'mit dieser Adresse wollte sich jemand bei „{portal}“ registrieren. Das ist nicht nötig: Du hast dort schon einen Zugang und meldest dich mit dem Passwort an, das du dafür festgelegt hast.',
        },
        { kind: 'facts', facts: [{ label: 'Kontoname', text: '{accountName}' }] },
        { kind: 'button', label: 'Zur Anmeldung', to: 'portalUrl' },
        { kind: 'note', text: 'Weißt du dein Passwort nicht mehr? Hier legst du ein neues fest: {forgotPasswordUrl}' },
        {
          kind: 'note',
          text: 'Warst du das nicht? Dann brauchst du nichts zu tun: An deinem Zugang hat sich nichts geändert.',
        },
        common['de-DU'].support,
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'You already have access to “{portal}”',
      preheader: 'There is no need to register again. You can sign in right away.',
      blocks: [
        { kind: 'heading', text: 'You already have access' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'Somebody wanted to register at “{portal}” with this address. There is no need to: you already have access there and sign in with the password that you have set for it.',
        },
        { kind: 'facts', facts: [{ label: 'Account name', text: '{accountName}' }] },
        { kind: 'button', label: 'Go to sign-in', to: 'portalUrl' },
        { kind: 'note', text: 'Have you forgotten your password? Set a new one here: {forgotPasswordUrl}' },
        { kind: 'note', text: 'Was it not you? Then there is nothing you need to do: nothing about your access has changed.' },
        common.en.support,
        common.en.goodbye,
      ],
    },
  },
});
