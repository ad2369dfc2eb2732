import { type Phrase, say, type Variant } from '../../platform/phrases.ts';
import type { Admission, DenialReason } from './access.ts';

const denials: Record<DenialReason, Phrase> = {
  deleted: { de: 'Der Zugang wurde gelöscht.', en: 'The access was deleted.' },
  blocked: { de: 'Der Zugang ist gesperrt.', en: 'The access is blocked.' },
  expired: { de: 'Der Zugang ist abgelaufen.', en: 'The access has expired.' },
  'company-closed': { de: 'Das Unternehmen ist abgeschaltet.', en: 'The company is switched off.' },
  'portal-closed': { de: 'Das Portal ist abgeschaltet.', en: 'The portal is switched off.' },
  'not-registered': {
    de: 'Die Registrierung ist noch nicht abgeschlossen: Es wurde noch kein Passwort festgelegt.',
    en: 'Registration is not complete: no password has been set yet.',
  },
  'no-credential': { de: 'Es ist kein Passwort hinterlegt.', en: 'There is no password.' },
};

const admittedPhrase: Phrase = { de: 'Kann sich anmelden.', en: 'Can sign in.' };

/** One reason in a sentence for staff. */
export const reasonSentence = (reason: DenialReason, variant: Variant): string => say(denials[reason], variant);

/** The verdict in a sentence for staff: the weightiest reason. */
export const denialSentence = ({ reasons }: Admission, variant: Variant): string =>
  say(reasons[0] ? denials[reasons[0]] : admittedPhrase, variant);
