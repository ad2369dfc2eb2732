import { languageOf, type Variant } from '../../../platform/phrases.ts';
import type { Surroundings } from './render.ts';

/** What the settings put into every mail. */
export type LetterSetting = Record<`${'header' | 'footer' | 'signature'}${'De' | 'En'}`, string | null> & { replyTo: string | null };

/** Header, footer and signature in the language of a mail; Sie and Du share theirs. */
export function surroundingsOf(setting: LetterSetting, variant: Variant): Omit<Surroundings, 'note'> {
  const english = languageOf(variant) === 'en';
  return {
    header: english ? setting.headerEn : setting.headerDe,
    footer: english ? setting.footerEn : setting.footerDe,
    signature: english ? setting.signatureEn : setting.signatureDe,
    takesReplies: setting.replyTo !== null,
  };
}
