import { describe, expect, test } from 'vitest';
import { good, peopleApp } from './contact.fixture.ts';
import type { ContactView } from './contract.ts';

const { app, create } = await peopleApp();

describe('the list', () => {
  test('search is tolerant of Umlauts and typing mistakes, and finds by company', async () => {
    await create({ firstName: 'Jörg', lastName: 'Müller-Lüdenscheidt' });
    const find = async (q: string) =>
      (await app.api<{ items: ContactView[] }>('GET', '/contacts', { query: { q } })).body.items.map(({ lastName }) => lastName);
    for (const q of ['Müller-Lü', 'mueller-lue', 'muller-lu', 'LÜDENSCHEIDT', 'jörg müller', 'lüdenscheit', 'luedenschiedt'])
      expect(await find(q)).toContain('Müller-Lüdenscheidt');
    expect(await find('nordbau lüdenscheidt')).toEqual(['Müller-Lüdenscheidt']);
    expect(await find('%')).toEqual([]);
    expect(await find('qqqqzzz')).toEqual([]);
  });

  test('pages go forward and back without losing or doubling anybody, Ä sorts with A', async () => {
    const company = (await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Sortiererei' } })).body.id;
    const names = ['Zander', 'Äpfelbeck', 'Adler', 'Özil', 'Oster', 'Ähre', 'Azur'];
    for (const lastName of names) await create({ customerId: company, lastName });
    type Listed = { items: ContactView[]; nextCursor: string | null; previousCursor: string | null; total: number };
    const page = async (query: Record<string, string>) =>
      (await app.api<Listed>('GET', '/contacts', { query: { customerId: company, limit: '3', ...query } })).body;
    const seen: string[] = [];
    let current = await page({});
    expect(current).toMatchObject({ total: 7, previousCursor: null });
    for (;;) {
      seen.push(...current.items.map(({ lastName }) => lastName));
      if (!current.nextCursor) break;
      current = await page({ cursor: current.nextCursor });
    }
    expect(seen).toEqual(['Adler', 'Ähre', 'Äpfelbeck', 'Azur', 'Oster', 'Özil', 'Zander']);
    const back = await page({ cursor: String(current.previousCursor) });
    expect(back.items.map(({ lastName }) => lastName)).toEqual(['Azur', 'Oster', 'Özil']);
    expect((await page({ sort: '-name' })).items.map(({ lastName }) => lastName)).toEqual(['Zander', 'Özil', 'Oster']);
    expect((await app.api('GET', '/contacts', { query: { cursor: 'bm9wZQ' } })).status).toBe(422);
  });

  test('filters by who can sign in, who was invited, who has no access', async () => {
    const company = (await app.api<{ id: string }>('POST', '/customers', { body: { name: 'Filterwerk' } })).body.id;
    await create({ customerId: company, lastName: 'Drin', portalAccess: { password: good } });
    await create({ customerId: company, lastName: 'Geladen', portalAccess: { sendPasswordLink: true } });
    await create({ customerId: company, lastName: 'Draußen' });
    const names = async (access: string) =>
      (await app.api<{ items: ContactView[] }>('GET', '/contacts', { query: { customerId: company, access } })).body.items.map(
        ({ lastName }) => lastName,
      );
    expect(await names('with')).toEqual(['Drin']);
    expect(await names('invited')).toEqual(['Geladen']);
    expect(await names('without')).toEqual(['Draußen', 'Geladen']);
  });
});
