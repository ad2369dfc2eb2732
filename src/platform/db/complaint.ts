/** Why the database cannot be used. The start of the server ends with it; nothing of this reaches a person in the browser. */
export type DatabaseComplaintCode =
  | 'embedded-not-possible'
  | 'directory-in-use'
  | 'directory-not-ours'
  | 'other-major-version'
  | 'did-not-start'
  | 'unreachable'
  | 'server-too-old'
  | 'wrong-encoding'
  | 'wrong-locale'
  | 'database-is-newer'
  | 'migration-failed';

/** An error whose message is a sentence for the operator, German first, English on the next line. */
export type DatabaseComplaint = Error & { code: DatabaseComplaintCode; phrase: { de: string; en: string } };

export function complain(code: DatabaseComplaintCode, phrase: { de: string; en: string }, cause?: unknown): DatabaseComplaint {
  return Object.assign(new Error(`${phrase.de}\n${phrase.en}`, { cause }), { code, phrase });
}

/** The embedded PostgreSQL cannot run here at all: the only way on is a database of the operator's own. */
export const notPossibleHere = (reason: { de: string; en: string }, cause?: unknown): DatabaseComplaint =>
  complain(
    'embedded-not-possible',
    {
      de: `Das eingebaute PostgreSQL kann hier nicht laufen: ${reason.de} Bitte mit DATABASE_URL ein PostgreSQL ab Version 15 angeben (postgres://benutzer:passwort@host/datenbank).`,
      en: `The embedded PostgreSQL cannot run here: ${reason.en} Please name a PostgreSQL of version 15 or newer in DATABASE_URL (postgres://user:password@host/database).`,
    },
    cause,
  );

/** The directory belongs to a user that this process is not. */
export const notOurs = (directory: string, cause?: unknown) =>
  complain(
    'directory-not-ours',
    {
      de: `Das Datenverzeichnis ${directory} gehört einem anderen Benutzer oder ist nicht beschreibbar. Bitte Pforte als der Benutzer starten, der es angelegt hat, oder mit PFORTE_DATA ein anderes Verzeichnis wählen.`,
      en: `The data directory ${directory} belongs to another user or cannot be written. Please start Pforte as the user who created it, or choose another directory with PFORTE_DATA.`,
    },
    cause,
  );

export const isDatabaseComplaint = (error: unknown, code?: DatabaseComplaintCode): error is DatabaseComplaint =>
  error instanceof Error && 'phrase' in error && 'code' in error && (code === undefined || error.code === code);

/** The operating system's or PostgreSQL's short code of an error: `ENOENT`, `42P01`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
