import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** B111: leaves after a registration, so that nobody registers with somebody else's address. */
export const activationTemplate = defineTemplate({
  key: 'activation',
  section: 'customers',
  label: { de: 'Bestätigen Sie Ihre Registrierung', du: 'Bestätige deine Registrierung', en: 'Confirm your registration' },
  description: {
    de: 'Geht an eine Person, die sich im Portal selbst registriert hat. Mit dem Link bestätigt sie ihre Adresse.',
    en: 'Goes to a person who has registered in the portal by themselves. With the link they confirm their address.',
  },
  consequence: {
    de: 'Solange das Template aus ist, kann niemand eine Registrierung abschließen.',
    en: 'While it is off, nobody can complete a registration.',
  },
  isUsed: true,
  needsLink: true,
  content: {
    de: {
      subject: 'Bestätigen Sie Ihre Registrierung bei „{portal}“',
      preheader: 'Mit diesem Link schließen Sie die Registrierung ab. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Bestätigen Sie Ihre Registrierung' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'mit dieser Adresse hat sich jemand bei „{portal}“ registriert. Waren Sie das, dann öffnen Sie bitte den folgenden Link und geben Sie dort das Passwort ein, das Sie bei der Registrierung gewählt haben. Damit ist die Registrierung abgeschlossen.',
        },
        { kind: 'facts', facts: [{ label: 'Kontoname', text: '{accountName}' }] },
        { kind: 'button', label: 'Registrierung bestätigen', to: 'link' },
        common.de.deadline,
        {
          kind: 'note',
          text: `Haben Sie sich nicht registriert? Dann brauchen Sie nichts zu tun: Ohne Bestätigung kann sich mit diesem Zugang niemand anmelden. ${common.de.keep}`,
        },
        common.de.support,
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Bestätige deine Registrierung bei „{portal}“',
      preheader: 'Mit diesem Link schließt du die Registrierung ab. Er gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Bestätige deine Registrierung' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'mit dieser Adresse hat sich jemand bei „{portal}“ registriert. Warst du das, dann öffne bitte den folgenden Link und gib dort das Passwort ein, das du bei der Registrierung gewählt hast. Damit ist die Registrierung abgeschlossen.',
        },
        { kind: 'facts', facts: [{ label: 'Kontoname', text: '{accountName}' }] },
        { kind: 'button', label: 'Registrierung bestätigen', to: 'link' },
        common['de-DU'].deadline,
        {
          kind: 'note',
          text: `Hast du dich nicht registriert? Dann brauchst du nichts zu tun: Ohne Bestätigung kann sich mit diesem Zugang niemand anmelden. ${common['de-DU'].keep}`,
        },
        common['de-DU'].support,
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Confirm your registration at “{portal}”',
      preheader: 'Use this link to complete your registration. It is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Confirm your registration' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'Somebody has registered at “{portal}” with this address. If it was you, please open the following link and enter the password there that you chose when registering. That completes the registration.',
        },
        { kind: 'facts', facts: [{ label: 'Account name', text: '{accountName}' }] },
        { kind: 'button', label: 'Confirm registration', to: 'link' },
        common.en.deadline,
        {
          kind: 'note',
          text: `Did you not register? Then there is nothing you need to do: without a confirmation nobody can sign in with this access. ${common.en.keep}`,
        },
        common.en.support,
        common.en.goodbye,
      ],
    },
  },
});
