import { formatInstant } from '../../platform/instant.ts';
import { languageOf, type Variant } from '../../platform/phrases.ts';
import type { CauseView, RemedyView } from './contract.ts';
import type { Cause, Said, Value } from './diagnosis.ts';
import { words } from './phrases.ts';
import type { Remedy } from './remedies.ts';

/** Whom it is told to, and in which zone times are told. */
export type Telling = { variant: Variant; timeZone: string };

/** The sentences one after the other. */
export const tell = (says: readonly Said[], telling: Telling): string =>
  says.map(({ word, values = {} }) => words(telling.variant)(word, tellValues(values, telling))).join(' ');

const tellValues = (values: Readonly<Record<string, Value>>, telling: Telling): Record<string, string | number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tellValue(value, telling)]));

function tellValue(value: Value, { variant, timeZone }: Telling): string | number {
  if (typeof value !== 'object') return value;
  if (value instanceof Date) return formatInstant(value, timeZone, variant, { zone: false });
  return 'day' in value ? tellDay(value.day, variant) : tellTime(value.time, timeZone, variant);
}

/** „10.03.2026“, “10 March 2026”. */
function tellDay(day: string, variant: Variant): string {
  const english = languageOf(variant) === 'en';
  return new Intl.DateTimeFormat(english ? 'en-GB' : 'de-DE', {
    timeZone: 'UTC',
    day: english ? 'numeric' : '2-digit',
    month: english ? 'long' : '2-digit',
    year: 'numeric',
  }).format(new Date(`${day}T12:00:00Z`));
}

/** „14:05 Uhr“, “14:05”. Waiting times are short: the day is today's. */
function tellTime(at: Date, timeZone: string, variant: Variant): string {
  const english = languageOf(variant) === 'en';
  const time = new Intl.DateTimeFormat(english ? 'en-GB' : 'de-DE', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return english ? time.format(at) : `${time.format(at)} Uhr`;
}

export const presentRemedy = (remedy: Remedy, { variant }: Pick<Telling, 'variant'>): RemedyView => ({
  action: remedy.action,
  label: words(variant)(remedy.action),
  call: remedy.call ? { method: remedy.call.method, path: remedy.call.path, body: remedy.call.body ?? null } : null,
  asks: remedy.asks ?? null,
  path: remedy.path ?? null,
  copy: remedy.copy ?? null,
});

export const presentCause = ({ code, weight, says, remedy, detail }: Cause, telling: Telling): CauseView => ({
  code,
  weight,
  sentence: tell(says, telling),
  remedy: remedy && presentRemedy(remedy, telling),
  detail: detail ?? null,
});
