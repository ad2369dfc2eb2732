import { useMemo } from 'react';
import type { Language } from '../platform/phrases.ts';
import { definePhrases } from '../platform/phrases.ts';
import { useLanguage } from './language.ts';
import { createStore, useStore } from './store.ts';

/** The workspace's time zone once somebody is signed in; every time on screen is told in it. */
export const timeZoneStore = createStore<string>(Intl.DateTimeFormat().resolvedOptions().timeZone);

const locale = { de: 'de-DE', en: 'en-GB' } as const satisfies Record<Language, string>;

const phrases = definePhrases({
  clock: { de: '{dateTime} Uhr', en: '{dateTime}' },
  now: { de: 'gerade eben', en: 'just now' },
  soon: { de: 'in wenigen Sekunden', en: 'in a few seconds' },
  about: { de: 'ca. {number}', en: 'about {number}' },
  second: { de: '1 Sekunde', en: '1 second' },
  seconds: { de: '{count} Sekunden', en: '{count} seconds' },
  minute: { de: '1 Minute', en: '1 minute' },
  minutes: { de: '{count} Minuten', en: '{count} minutes' },
  hour: { de: '1 Stunde', en: '1 hour' },
  hours: { de: '{count} Stunden', en: '{count} hours' },
  day: { de: '1 Tag', en: '1 day' },
  days: { de: '{count} Tage', en: '{count} days' },
});

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export const durationUnits = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;

type Duration = { count: number; unit: keyof typeof durationUnits };

/** A length of time as the API writes it (`48h`), taken apart. */
export function readDuration(text: string): Duration {
  const match = /^(\d+)([smhd])$/.exec(text);
  return { count: Number(match?.[1] ?? 0), unit: (match?.[2] ?? 'h') as Duration['unit'] };
}

/** What is still to come is told in hours up to three days: „in 47 Std.“ and „48 Stunden“ say more than a day or two. */
const threeDays = 3 * 86_400;

const asPeopleSay = ({ count, unit }: Duration): Duration =>
  unit === 'd' && count > 1 && count * 86_400 <= threeDays ? { count: count * 24, unit: 'h' } : { count, unit };

/** Dates, times, numbers and lengths of time in one language and time zone. */
export function formatFor(language: Language, timeZone: string) {
  const say = phrases(language);
  const dateTime = new Intl.DateTimeFormat(locale[language], {
    day: language === 'de' ? '2-digit' : 'numeric',
    month: language === 'de' ? '2-digit' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });
  const day = new Intl.DateTimeFormat(locale[language], {
    day: language === 'de' ? '2-digit' : 'numeric',
    month: language === 'de' ? '2-digit' : 'short',
    year: 'numeric',
    timeZone,
  });
  const relative = new Intl.RelativeTimeFormat(locale[language], { style: 'short', numeric: 'always' });
  const number = new Intl.NumberFormat(locale[language]);
  return {
    dateTime: (instant: string) => say('clock', { dateTime: dateTime.format(new Date(instant)) }),
    day: (instant: string) => day.format(new Date(instant)),
    relative: (instant: string, now: number) => {
      const seconds = (Date.parse(instant) - now) / 1000;
      const [unit, length] =
        steps.find(([unit, length]) => Math.abs(seconds) >= (unit === 'day' && seconds > 0 ? threeDays : length)) ?? [];
      if (!unit || !length) return seconds > 0 ? say('soon') : say('now');
      return relative.format(Math.trunc(seconds / length), unit);
    },
    number: (value: number) => number.format(value),
    total: (value: number, isEstimate: boolean) => (isEstimate ? say('about', { number: number.format(value) }) : number.format(value)),
    duration: (text: string) => {
      const { count, unit } = asPeopleSay(readDuration(text));
      const name = durationUnits[unit];
      return count === 1 ? say(name) : say(`${name}s`, { count: number.format(count) });
    },
  };
}

export type Format = ReturnType<typeof formatFor>;

export function useFormat(): Format {
  const language = useLanguage();
  const timeZone = useStore(timeZoneStore);
  return useMemo(() => formatFor(language, timeZone), [language, timeZone]);
}
