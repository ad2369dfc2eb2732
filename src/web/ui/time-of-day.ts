/**
 * What somebody types as a time of day, as `HH:MM` on a clock of 24 hours: „8“, „8:30“, „8.30“, „0830“, „8 Uhr“, „8 pm“. `undefined`: it is none.
 */
export function timeOfDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const [, h = '', m = '0', half] =
    /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:uhr|([ap])\.?\s?m\.?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? [];
  if (h === '' || Number(m) > 59) return undefined;
  if (half !== undefined && (Number(h) < 1 || Number(h) > 12)) return undefined;
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (half === 'p' ? 12 : 0);
  return hour > 23 ? undefined : `${String(hour).padStart(2, '0')}:${m.padStart(2, '0')}`;
}
