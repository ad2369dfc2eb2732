import { refuseRequest } from './refusals.ts';

/** A change that was made on an older state of the record is refused (412), so that nobody overwrites a colleague unseen. */
export function mustBeFresh(version: number, expected: number | undefined): void {
  if (expected !== undefined && expected !== version) throw refuseRequest('stale');
}

/** `If-Match: "3"` as a number; `*` and absence mean any state. */
export function readIfMatch(header: string | undefined): number | undefined {
  if (!header || header.trim() === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (!version) throw refuseRequest('stale');
  return Number(version);
}
