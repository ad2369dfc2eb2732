const unit = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads a length of time like `48h`, `7d`, `30m`, `2s`; the answer is in milliseconds, `undefined` where it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,6})(s|m|h|d)$/.exec(text.trim());
  if (!match?.[1]) return undefined;
  const length = Number(match[1]) * unit[match[2] as keyof typeof unit];
  return length > 0 ? length : undefined;
}

/** Writes a length of time the way `parseDuration` reads it, in the largest unit that fits without a rest. */
export function formatDuration(milliseconds: number): string {
  const name = (['d', 'h', 'm'] as const).find((candidate) => milliseconds % unit[candidate] === 0) ?? 's';
  return `${Math.round(milliseconds / unit[name])}${name}`;
}
