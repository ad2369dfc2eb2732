/** What `pg` needs to reach a database over a Unix socket. `host` is the directory of the socket, `port` only a part of its name. */
export type Connection = { host: string; port: number; user: string; database: string };

/** The part of pino's logger that this folder uses. */
export type Log = {
  info(details: object, sentence: string): void;
  warn(details: object, sentence: string): void;
  error(details: object, sentence: string): void;
};
