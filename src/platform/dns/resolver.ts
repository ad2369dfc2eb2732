import { Resolver as NodeResolver } from 'node:dns/promises';
import { isIP } from 'node:net';

/** What DNS said: records; that there are none (neither the name nor this type); or nothing that could be used. A silent DNS is never „none“. */
export type Answer<Entry> = { kind: 'found'; records: Entry[] } | { kind: 'none' } | { kind: 'failed' };

/** A mail exchange; the lowest preference is tried first. */
export type MailExchange = { exchange: string; preference: number };

/** Asks DNS. Names come back in lower case without their last dot; a text that was published in pieces comes back as one. */
export type Resolver = {
  txt(name: string): Promise<Answer<string>>;
  mx(name: string): Promise<Answer<MailExchange>>;
  a(name: string): Promise<Answer<string>>;
  aaaa(name: string): Promise<Answer<string>>;
  /** The names of an address. */
  ptr(address: string): Promise<Answer<string>>;
};

/** RFC 1035: no name, or no record of this type; a name that cannot exist is one that does not. */
const absent = ['ENOTFOUND', 'ENODATA', 'NOTFOUND', 'NODATA', 'EBADNAME', 'ENONAME'];

/**
 * The resolver over the name servers of this machine. `servers` are others, as `192.0.2.1:53`. Every question ends after `timeoutMilliseconds`
 * at the latest, whatever the servers do (rule 23).
 */
export function createResolver({
  servers,
  timeoutMilliseconds = 5_000,
}: {
  servers?: string[];
  timeoutMilliseconds?: number;
} = {}): Resolver {
  async function ask<Found, Entry>(
    question: (resolver: NodeResolver) => Promise<Found[]>,
    read: (found: Found) => Entry,
  ): Promise<Answer<Entry>> {
    const resolver = new NodeResolver({ timeout: Math.ceil(timeoutMilliseconds / 3), tries: 2 });
    if (servers) resolver.setServers(servers);
    const timer = setTimeout(() => resolver.cancel(), timeoutMilliseconds);
    try {
      const records = (await question(resolver)).map(read);
      return records.length > 0 ? { kind: 'found', records } : { kind: 'none' };
    } catch (error) {
      return { kind: isAbsence(error) ? 'none' : 'failed' };
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    txt: (name) =>
      ask(
        (resolver) => resolver.resolveTxt(name),
        (pieces) => pieces.join(''),
      ),
    mx: (name) =>
      ask(
        (resolver) => resolver.resolveMx(name),
        ({ exchange, priority }) => ({ exchange: plainName(exchange), preference: priority }),
      ),
    a: (name) => ask((resolver) => resolver.resolve4(name), String),
    aaaa: (name) => ask((resolver) => resolver.resolve6(name), String),
    ptr: async (address) => (isIP(address) ? ask((resolver) => resolver.reverse(address), plainName) : { kind: 'none' }),
  };
}

/** A name as names are compared: lower case, without the dot at its end. */
export const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && absent.includes(error.code);

/** How long one look at a domain may take, and how much it may ask; whatever is left then has failed. */
export type LookLimits = { milliseconds: number; questions: number };

const usualLimits: LookLimits = { milliseconds: 7_000, questions: 300 };

/** Remembers every answer, so that one look asks each question once, and ends within its limits. To be made anew for each look. */
export function rememberingResolver(resolver: Resolver, limits: LookLimits = usualLimits): Resolver {
  const known = new Map<string, Promise<Answer<unknown>>>();
  const over = timeIsOver(limits.milliseconds);
  const once =
    <Entry>(kind: string, question: (name: string) => Promise<Answer<Entry>>) =>
    (name: string): Promise<Answer<Entry>> => {
      const key = `${kind} ${plainName(name)}`;
      const before = known.get(key) as Promise<Answer<Entry>> | undefined;
      if (before) return before;
      if (known.size >= limits.questions) return Promise.resolve({ kind: 'failed' });
      const answer = Promise.race([over, question(plainName(name))]);
      known.set(key, answer);
      return answer;
    };
  return {
    txt: once('txt', resolver.txt),
    mx: once('mx', resolver.mx),
    a: once('a', resolver.a),
    aaaa: once('aaaa', resolver.aaaa),
    ptr: once('ptr', resolver.ptr),
  };
}

/** Its timer keeps no server from ending. */
const timeIsOver = (milliseconds: number): Promise<{ kind: 'failed' }> =>
  new Promise((resolve) => AbortSignal.timeout(milliseconds).addEventListener('abort', () => resolve({ kind: 'failed' }), { once: true }));
