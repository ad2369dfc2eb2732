import type { Log } from './connection.ts';

/** For processes that a test kills on purpose. Apart from the other fixtures, because processes that load little start fast. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };

/** Says only what went wrong. */
export const quietLog: Log = { ...silentLog, error: (details, sentence) => console.error(sentence, details) };
