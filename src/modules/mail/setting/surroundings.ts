import { languageOf, type Variant } from '../../../platform/phrases.ts';
import type { Surroundings } from '../template/render.ts';
import type { LetterTexts } from './setting-store.ts';

/** Header, footer and signature in the language of a mail; Sie and Du share theirs. */
export function surroundingsOf(setting: LetterTexts & { replyTo: string | null }, variant: Variant): Omit<Surroundings, 'note'> {
  const english = languageOf(variant) === 'en';
  return {
    header: english ? setting.headerEn : setting.headerDe,
    footer: english ? setting.footerEn : setting.footerDe,
    signature: english ? setting.signatureEn : setting.signatureDe,
    takesReplies: setting.replyTo !== null,
  };
}
