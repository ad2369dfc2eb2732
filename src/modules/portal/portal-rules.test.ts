import { describe, expect, test } from 'vitest';
import { listWordings } from './consent-store.ts';
import type { PortalView } from './contract.ts';
import type { PortalId } from './portal.ts';
import { portalsApp } from './portals.fixture.ts';

const { app, open, changePortal } = await portalsApp();
const portal: PortalView = (await open({ slug: 'regeln' })).body;
const save = (body: unknown) => changePortal(portal.id, body);

describe('B123 B124 the rules of a portal', () => {
  test('are stored as they are meant: each domain and address once, in its stored form', async () => {
    const { status, body } = await save({
      selfRegistration: 'match-or-pending',
      identifiers: ['customer-number', 'email', 'email'],
      allowedDomains: ['@Müller.de', 'xn--mller-kva.de', 'firma.de '],
      refusedDomains: ['wegwerf.example'],
      pendingNoticeTo: ['Service@Muster.example', 'service@muster.example', 'zwei@muster.example'],
      oneAccessPerContact: true,
      teamMaySetPasswords: true,
      expiryReminderDays: null,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      selfRegistration: 'match-or-pending',
      identifiers: ['customer-number', 'email'],
      allowedDomains: ['xn--mller-kva.de', 'firma.de'],
      refusedDomains: ['wegwerf.example'],
      pendingNoticeTo: ['service@muster.example', 'zwei@muster.example'],
      oneAccessPerContact: true,
      teamMaySetPasswords: true,
      expiryReminderDays: null,
    });
  });

  test.each([
    [{ selfRegistration: 'immer' }, '/selfRegistration'],
    [{ identifiers: [] }, '/identifiers'],
    [{ identifiers: ['haarfarbe'] }, '/identifiers/0'],
    [{ allowedDomains: ['firma'] }, '/allowedDomains'],
    [{ allowedDomains: ['firma.de, andere.de'] }, '/allowedDomains'],
    [{ refusedDomains: ['a@b.de'] }, '/refusedDomains'],
    [{ refusedDomains: ['*.de'] }, '/refusedDomains'],
    [{ refusedDomains: ['FIRMA.de'] }, '/refusedDomains'],
    [{ pendingNoticeTo: ['nicht eine'] }, '/pendingNoticeTo'],
    [{ pendingNoticeTo: ['a@b.de\nBcc: c@d.de'] }, '/pendingNoticeTo/0'],
    [{ pendingNoticeTo: Array.from({ length: 21 }, (_, index) => `a${index}@b.de`) }, '/pendingNoticeTo'],
    [{ oneAccessPerContact: 'ja' }, '/oneAccessPerContact'],
    [{ expiryReminderDays: 0 }, '/expiryReminderDays'],
    [{ expiryReminderDays: 1.5 }, '/expiryReminderDays'],
    [{ expiryReminderDays: 366 }, '/expiryReminderDays'],
    [{ id: 'x' }, '/id'],
    [{ closedAt: null }, '/closedAt'],
    [{ consents: [{ key: 'a b', textDe: 'x', textEn: 'x', required: true }] }, '/consents/0/key'],
    [{ consents: [{ key: 'agb', textDe: '', textEn: 'x', required: true }] }, '/consents/0/textDe'],
    [{ consents: [{ key: 'agb', textDe: 'x', textEn: 'x', required: true, url: 'javascript:alert(1)' }] }, '/consents/0/url'],
    [{ consents: [1, 2].map(() => ({ key: 'agb', textDe: 'x', textEn: 'x', required: true })) }, '/consents/1/key'],
    [{ consents: [{ key: 'agb', textDe: 'x', textEn: 'x', required: true, version: 7 }] }, '/consents/0/version'],
  ])('rule 15 %j is refused at %s', async (body, pointer) => {
    const answer = await save(body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  test('rule 21 who is told is a person: their addresses stand in the part of the log that can be erased', async () => {
    const { body } = await app.api<{ items: { name: string; change: unknown; personal: unknown }[] }>('GET', '/events');
    const [event] = body.items.filter(({ name }) => name === 'portal.changed');
    expect(JSON.stringify(event?.change)).not.toContain('service@muster.example');
    expect(JSON.stringify(event?.personal)).toContain('service@muster.example');
  });
});

describe('consents', () => {
  const privacy = {
    key: 'datenschutz',
    textDe: 'Ich habe gelesen.',
    textEn: 'I have read it.',
    url: 'https://muster.example/d',
    required: true,
  };
  const news = { key: 'post', textDe: 'Schreibt mir.', textEn: 'Write to me.', url: null, required: false };
  const versions = async (consents: unknown) =>
    ((await save({ consents })).body.consents ?? []).map(({ key, version }) => `${key} ${version}`);

  test('a changed wording is a new version; an order, or whether it is needed, is not; nothing that was agreed to is lost', async () => {
    expect(await versions([privacy, news])).toEqual(['datenschutz 1', 'post 1']);
    expect(await versions([news, { ...privacy, required: false }])).toEqual(['post 1', 'datenschutz 1']);
    expect(await versions([{ ...privacy, textEn: 'I agree.' }])).toEqual(['datenschutz 2']);
    expect(await versions([privacy, news])).toEqual(['datenschutz 3', 'post 2']);
    const wordings = await app.performIn({ actor: { kind: 'system' }, workspace: app.workspace })(({ tx, workspace }) =>
      listWordings(tx, workspace.id, portal.id as PortalId),
    );
    expect(wordings.map(({ key, version, textEn }) => `${key} ${version} ${textEn}`)).toEqual([
      'datenschutz 3 I have read it.',
      'datenschutz 2 I agree.',
      'datenschutz 1 I have read it.',
      'post 2 Write to me.',
      'post 1 Write to me.',
    ]);
    expect(await versions([])).toEqual([]);
  });

  test('rule 14 two who change a wording at the same moment make two versions, not one twice', async () => {
    await Promise.all(['a', 'b', 'c'].map((textDe) => save({ consents: [{ ...privacy, textDe }] })));
    expect((await save({ consents: [{ ...privacy, textDe: 'd' }] })).body.consents[0]?.version).toBe(7);
  });
});
