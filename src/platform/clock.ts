/** Where instants come from. Only the composition root holds the real one; tests hold one that they turn. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock for tests and the demo: stands still until it is turned. */
export function turnedClock(start: Date | string): Clock & { turn(milliseconds: number): void; set(instant: Date | string): void } {
  let instant = new Date(start).getTime();
  return {
    now: () => new Date(instant),
    turn: (milliseconds) => {
      instant += milliseconds;
    },
    set: (next) => {
      instant = new Date(next).getTime();
    },
  };
}

export const seconds = (count: number) => count * 1000;
export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => count * 3_600_000;
export const days = (count: number) => count * 86_400_000;

/** `start` plus a length in milliseconds. */
export const later = (start: Date, milliseconds: number): Date => new Date(start.getTime() + milliseconds);

/** The calendar day (`YYYY-MM-DD`) that an instant falls on in a time zone (IANA name). */
export const dayIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

/** The calendar day so many days after another one (`YYYY-MM-DD`), whatever the clock does in between. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days(count)).toISOString().slice(0, 10);

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/') || name === 'UTC';
  } catch {
    return false;
  }
}
