import { type Answer, plainName, type Resolver } from './resolver.ts';

/** What one name holds. `fails`: its name server does not answer, for all types or for some. An MX is written `10 mail.example`. */
export type ZoneEntry = {
  txt?: string[];
  mx?: string[];
  a?: string[];
  aaaa?: string[];
  ptr?: string[];
  fails?: boolean | ('txt' | 'mx' | 'a' | 'aaaa')[];
};
export type Zone = Record<string, ZoneEntry>;

/** A resolver that knows nothing but a zone; `asked` lists its questions. `zone` may be changed between questions. */
export function zoneResolver(zone: Zone): Resolver & { asked: string[]; zone: Zone } {
  const asked: string[] = [];
  const answer = async <Entry>(
    type: 'txt' | 'mx' | 'a' | 'aaaa' | 'ptr',
    name: string,
    read: (text: string) => Entry,
  ): Promise<Answer<Entry>> => {
    asked.push(`${type} ${name}`);
    const entry = resolver.zone[plainName(name)];
    if (entry?.fails === true || (Array.isArray(entry?.fails) && (entry.fails as string[]).includes(type))) return { kind: 'failed' };
    const records = entry?.[type];
    return records?.length ? { kind: 'found', records: records.map(read) } : { kind: 'none' };
  };
  const resolver: Resolver & { asked: string[]; zone: Zone } = {
    asked,
    zone,
    txt: (name) => answer('txt', name, String),
    mx: (name) =>
      answer('mx', name, (text) => {
        const [preference = '', exchange = ''] = text.split(' ');
        return { preference: Number(preference), exchange: plainName(exchange) };
      }),
    a: (name) => answer('a', name, String),
    aaaa: (name) => answer('aaaa', name, String),
    ptr: (address) => answer('ptr', address, String),
  };
  return resolver;
}

/** A DNS that nobody can reach. */
export const silentResolver: Resolver = {
  txt: async () => ({ kind: 'failed' }),
  mx: async () => ({ kind: 'failed' }),
  a: async () => ({ kind: 'failed' }),
  aaaa: async () => ({ kind: 'failed' }),
  ptr: async () => ({ kind: 'failed' }),
};
