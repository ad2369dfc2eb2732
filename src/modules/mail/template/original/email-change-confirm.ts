import { defineTemplate } from '../template.ts';
import { common } from './common.ts';

/** Goes to the new address, which counts only after its owner has confirmed it with the password. */
export const emailChangeConfirmTemplate = defineTemplate({
  key: 'email_change_confirm',
  section: 'system',
  label: {
    de: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    du: 'Bestätige deine neue E-Mail-Adresse',
    en: 'Confirm your new e-mail address',
  },
  description: {
    de: 'Geht an die neue Adresse einer Person, die schon ein Passwort hat. Erst mit dem Link gilt die neue Adresse.',
    en: 'Goes to the new address of a person who already has a password. The new address counts only after the link was used.',
  },
  consequence: {
    de: 'Solange das Template aus ist, kann niemand eine neue Adresse bestätigen.',
    en: 'While it is off, nobody can confirm a new address.',
  },
  isUsed: true,
  needsLink: true,
  details: ['newAddress'],
  content: {
    de: {
      subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse für „{portal}“',
      preheader: 'Bis zur Bestätigung bleibt es bei der bisherigen Adresse. Der Link gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Bestätigen Sie Ihre neue E-Mail-Adresse' },
        common.de.greeting,
        {
          kind: 'paragraph',
          text: 'für Ihr Konto bei „{portal}“ wurde eine neue E-Mail-Adresse eingetragen. Bitte öffnen Sie den folgenden Link und geben Sie dort Ihr Passwort ein. Bis dahin bleibt es bei der bisherigen Adresse.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Neue Adresse', text: '{newAddress}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Neue Adresse bestätigen', to: 'link' },
        common.de.deadline,
        {
          kind: 'note',
          text: `Haben Sie keine neue Adresse angegeben? Dann brauchen Sie nichts zu tun: Ohne Ihr Passwort ändert sich nichts. ${common.de.keep}`,
        },
        common.de.support,
        common.de.goodbye,
      ],
    },
    'de-DU': {
      subject: 'Bestätige deine neue E-Mail-Adresse für „{portal}“',
      preheader: 'Bis zur Bestätigung bleibt es bei der bisherigen Adresse. Der Link gilt {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Bestätige deine neue E-Mail-Adresse' },
        common['de-DU'].greeting,
        {
          kind: 'paragraph',
          text: 'für dein Konto bei „{portal}“ wurde eine neue E-Mail-Adresse eingetragen. Bitte öffne den folgenden Link und gib dort dein Passwort ein. Bis dahin bleibt es bei der bisherigen Adresse.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Kontoname', text: '{accountName}' },
            { label: 'Neue Adresse', text: '{newAddress}' },
            { label: 'Unternehmen', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Neue Adresse bestätigen', to: 'link' },
        common['de-DU'].deadline,
        {
          kind: 'note',
          text: `Hast du keine neue Adresse angegeben? Dann brauchst du nichts zu tun: Ohne dein Passwort ändert sich nichts. ${common['de-DU'].keep}`,
        },
        common['de-DU'].support,
        common['de-DU'].goodbye,
      ],
    },
    en: {
      subject: 'Confirm your new e-mail address for “{portal}”',
      preheader: 'Until it is confirmed, the previous address stays. The link is valid {validUntil}.',
      blocks: [
        { kind: 'heading', text: 'Confirm your new e-mail address' },
        common.en.greeting,
        {
          kind: 'paragraph',
          text: 'A new e-mail address was entered for your account at “{portal}”. Please open the following link and enter your password there. Until then the previous address stays.',
        },
        {
          kind: 'facts',
          facts: [
            { label: 'Account name', text: '{accountName}' },
            { label: 'New address', text: '{newAddress}' },
            { label: 'Company', text: '{company}' },
          ],
        },
        { kind: 'button', label: 'Confirm new address', to: 'link' },
        common.en.deadline,
        {
          kind: 'note',
          text: `Did you not ask for a new address? Then there is nothing you need to do: without your password nothing changes. ${common.en.keep}`,
        },
        common.en.support,
        common.en.goodbye,
      ],
    },
  },
});
