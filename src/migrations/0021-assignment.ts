import { type Kysely, sql } from 'kysely';

/** Every two letters of which the first is one of these and the second one of those. */
const pairs = (first: string, second: string): string[] => [...first].flatMap((one) => [...second].map((other) => one + other));

/** An expression that replaces one text after the other. The texts are letters and digits of ours. */
const replacing = (column: string, replacements: readonly (readonly [from: string, to: string])[]): string =>
  replacements.reduce((inner, [from, to]) => `replace(${inner}, '${from}', '${to}')`, column);

/** Whose access it is: how contacts that may be meant are found by sound and by telephone; and who was told of which expiry date. */
export const assignmentMigration = {
  name: '0021-assignment',
  async up(db: Kysely<unknown>) {
    await sql`
      alter table access
        add column expiry_reminded_for date,
        add column expiry_told_for date
    `.execute(db);

    // Kölner Phonetik (Postel 1969): how a German name sounds, in digits. Letters that change the sound of their neighbours are looked at before any is
    // replaced: d and t before c, s, z; x after c, k, q, which is no „ks“ of its own (a capital X here); c by what stands around it; p before h. A blank
    // marks the beginning. One expression without a query in it: PostgreSQL puts it in place, which costs a tenth of a call.
    const letters = `' ' || regexp_replace(pforte_fold(value), '[^a-z]+', '', 'g')`;
    const neighbours = replacing(letters, [
      ...pairs('dt', 'csz').map((pair) => [pair, `8${pair[1]}`] as const),
      ...pairs('ckq', 'x').map((pair) => [pair, `${pair[0]}X`] as const),
      ['sc', 's8'],
      ['zc', 'z8'],
      ...pairs('c', 'ahkoquXx').map((pair) => [pair, `4${pair[1]}`] as const),
      ['ph', '3h'],
      [' cl', ' 4l'],
      [' cr', ' 4r'],
      ['h', ''],
      ['x', '48'],
      ['X', '8'],
    ]);
    const digits = `translate(${neighbours}, 'aeioujybpfvwdtgkqlmnrszc', '000000011333224445667888')`;
    const once = `regexp_replace(${digits}, '(.)\\1+', '\\1', 'g')`;
    const code = replacing(once, [
      [' 0', ' A'],
      ['0', ''],
      ['A', '0'],
      [' ', ''],
    ]);
    await sql`
      create function pforte_cologne(value text) returns text
        language sql immutable strict parallel safe
        return ${sql.raw(code)}
    `.execute(db);
    // A telephone number as it is dialled from within Germany: „+49 (0)30 / 12 34-5“ is 03012345.
    await sql`
      create function pforte_phone(value text) returns text
        language sql immutable strict parallel safe
        return regexp_replace(regexp_replace(regexp_replace(value, '[^0-9+]', '', 'g'), '^([+]49|0049)0?', '0'), '^[+]', '00')
    `.execute(db);
    await sql`
      create function pforte_phones(value text[]) returns text[]
        language sql immutable strict parallel safe
        return (select coalesce(array_agg(pforte_phone(one)), '{}') from unnest(value) as one)
    `.execute(db);

    await sql`
      create index contact_sound on contact (workspace_id, pforte_cologne(last_name), pforte_cologne(first_name))
    `.execute(db);
    await sql`create index contact_phones on contact using gin (pforte_phones(phones)) where phones <> '{}'`.execute(db);
  },
};
