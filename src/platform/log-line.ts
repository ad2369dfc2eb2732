const levels: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

/** A log entry as one line for a person: time of day, level, what happened, then what belongs to it; a stack stands below. */
export function logLine(json: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(json) as Record<string, unknown>;
  const clock = new Date(Number(time)).toTimeString().slice(0, 8);
  const details = Object.entries(rest).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const head = [clock, (levels[Number(level)] ?? String(level)).padEnd(5), msg, ...details].filter((part) => part !== undefined).join(' ');
  return `${printable(head)}\n${err === undefined ? '' : `${stackOf(err)}\n`}`;
}

function stackOf(error: unknown): string {
  const { stack, message } = (error ?? {}) as { stack?: unknown; message?: unknown };
  return String(stack ?? message ?? JSON.stringify(error))
    .split('\n')
    .map((line) => `  ${printable(line)}`)
    .join('\n');
}

/** What a mail server or a visitor said must not move the cursor of whoever reads it, nor look like a line of its own. */
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
