import type { Variant } from '../../../platform/phrases.ts';
import type { MailPortal } from '../mail.ts';
import type { Letterhead } from './render.ts';
import { type LetterSetting, surroundingsOf } from './surroundings.ts';

const plainBrandColor = '#1f4e79';

/** What stands around the words of a mail: the portal's colour and legal pages, and what the settings put into every mail. */
export const letterheadOf = (
  portal: MailPortal | null | undefined,
  setting: LetterSetting | undefined,
  variant: Variant,
  note: string | null = null,
): Letterhead => ({
  brandColor: portal?.brandColor ?? plainBrandColor,
  imprintUrl: portal?.imprintUrl ?? null,
  privacyUrl: portal?.privacyUrl ?? null,
  ...(setting && surroundingsOf(setting, variant)),
  note,
});
