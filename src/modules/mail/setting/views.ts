import { formatInstant } from '../../../platform/instant.ts';
import { say, type Variant } from '../../../platform/phrases.ts';
import { causePhrases, pausePhrase } from '../phrases.ts';
import type { MailSettingView } from './contract.ts';
import type { Transport } from './setting-store.ts';

export function presentSetting(
  transport: Transport,
  { variant, timeZone, waiting }: { variant: Variant; timeZone: string; waiting: number },
): MailSettingView {
  const { pausedSince, pausedUntil, pauseCause, pauseAnswer, version: _, ...setting } = transport;
  const since = pausedSince && formatInstant(pausedSince, timeZone, variant, { zone: false });
  const cause = pauseCause ? say(causePhrases[pauseCause], variant) : '';
  return {
    ...setting,
    pause:
      pausedSince && since
        ? {
            since: pausedSince.toISOString(),
            nextTryAt: (pausedUntil ?? pausedSince).toISOString(),
            sentence: say(pausePhrase, variant, { since, cause }),
            answer: pauseAnswer,
          }
        : null,
    waiting,
  };
}
