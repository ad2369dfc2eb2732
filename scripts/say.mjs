const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';

/** One line of progress on standard error, in the language of the terminal; standard output belongs to the command itself. */
export function say(english, german) {
  process.stderr.write(`${/^de/i.test(locale) ? german : english}\n`);
}

/** Ends the command with what happened and what to do, in both languages; `detail` is what another program said about it. */
export function giveUp(english, german, detail = '') {
  process.stderr.write(`${detail ? `${detail.trimEnd()}\n\n` : ''}${english}\n${german}\n`);
  process.exit(1);
}

/** The end of a long output. */
export const lastLines = (text, count = 15) => text.trimEnd().split('\n').slice(-count).join('\n');
