/** What a spreadsheet would calculate instead of showing it: also in the wide forms that some of them read, and behind leading white space. */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;

/** A number or a telephone number: `-12,50`, `+49 (0)40 123456-78`. What is calculated needs more than this, or no harm comes of it. */
const number = /^[+-][\d\s().,/-]*$/;

/** Rule 28: a cell that would be a formula is made plain text by an apostrophe in front; numbers and telephone numbers stay as they are. */
const harmless = (text: string): string => (formula.test(text) && !number.test(text) ? `'${text}` : text);

/** One row of a table (RFC 4180), with the line's end. `separator` is what spreadsheets of the reader's country expect. */
export const csvRow = (cells: readonly string[], separator: ',' | ';'): string =>
  `${cells
    .map(harmless)
    .map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(separator)}\r\n`;

/** Tells spreadsheets that a file is UTF-8. */
export const byteOrderMark = '\uFEFF';
