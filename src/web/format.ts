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

export const durationUnits = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;

type Duration = { count: number; unit: keyof typeof durationUnits };

/** A length of time as the API writes it (`48h`), taken apart. */
export function readDuration(text: string): Duration {
  const match = /^(\d+)([smhd])$/.exec(text);
  return { count: Number(match?.[1] ?? 0), unit: (match?.[2] ?? 'h') as Duration['unit'] };
}

/** A length of time in milliseconds as the API writes it, in the largest unit that fits without a rest. */
export function writeDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [unit, length] = (
    [
      ['d', 86_400],
      ['h', 3_600],
      ['m', 60],
    ] as const
  ).find(([, length]) => seconds % length === 0) ?? ['s', 1];
  return `${seconds / length}${unit}`;
}

/** What is still to come is told in hours up to three days: „in 47 Std.“ and „48 Stunden“ say more than a day or two. */
const threeDays = 3 * 86_400;

/** A distance in the unit that people would use, to the nearest: just after sending, a link of 48 hours runs out „in 48 Std.“ */
function nearest(seconds: number): { count: number; unit: 'day' | 'hour' | 'minute' } | undefined {
  const length = Math.abs(seconds);
  const [minutes, hours, days] = [Math.round(length / 60), Math.round(length / 3_600), Math.round(length / 86_400)];
  if (Math.round(length) < 60) return undefined;
  if (minutes < 60) return { count: minutes, unit: 'minute' };
  if (hours < 24 || (seconds > 0 && hours < threeDays / 3_600)) return { count: hours, unit: 'hour' };
  return { count: days, unit: 'day' };
}

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
  // „in 48 Std.“ is how Germans write it; English has no short form that people would use.
  const relative = new Intl.RelativeTimeFormat(locale[language], { style: language === 'de' ? 'short' : 'long', numeric: 'always' });
  const number = new Intl.NumberFormat(locale[language]);
  return {
    dateTime: (instant: string) => say('clock', { dateTime: dateTime.format(new Date(instant)) }),
    day: (instant: string) => day.format(new Date(instant)),
    relative: (instant: string, now: number) => {
      const seconds = (Date.parse(instant) - now) / 1000;
      const distance = nearest(seconds);
      // The server's clock may be a little ahead of this one: what has just happened is not told as to come.
      if (!distance) return seconds > 5 ? say('soon') : say('now');
      return relative.format(seconds > 0 ? distance.count : -distance.count, distance.unit);
    },
    number: (value: number) => number.format(value),
    total: (value: number, isEstimate: boolean) => (isEstimate ? say('about', { number: number.format(value) }) : number.format(value)),
    duration: (text: string) => {
      const { count, unit } = asPeopleSay(readDuration(text));
      const name = durationUnits[unit];
      return count === 1 ? say(name) : say(`${name}s`, { count: number.format(count) });
    },
    /** The unit alone, as it stands behind a number. */
    unit: (unit: Duration['unit'], count: number) => {
      const name = durationUnits[unit];
      return (count === 1 ? say(name) : say(`${name}s`, { count: '' })).replace(/^1? /, '');
    },
  };
}

export type Format = ReturnType<typeof formatFor>;

export function useFormat(): Format {
  const language = useLanguage();
  const timeZone = useStore(timeZoneStore);
  return useMemo(() => formatFor(language, timeZone), [language, timeZone]);
}
