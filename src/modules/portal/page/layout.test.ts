import { expect, test } from 'vitest';
import { html } from '../../../platform/http/html.ts';
import type { Workspace } from '../../workspace/index.ts';
import type { Portal } from '../portal.ts';
import { type PageView, renderPage } from './layout.ts';

const portal = {
  slug: 'kunden',
  name: 'Kundenportal',
  brandColor: '#1f5f8b',
  supportContact: null,
  imprintUrl: null,
  privacyUrl: null,
} as Portal;
const workspace = { name: 'Muster Energie GmbH' } as Workspace;
const view: PageView = { title: 'Anmelden', main: html`<p>Text</p>`, path: '/kunden/sign-in' };
const render = (more: Partial<PageView> = {}, changes: Partial<Portal> = {}, variant: 'de' | 'en' = 'de') =>
  String(renderPage({ workspace, portal: { ...portal, ...changes }, variant }, { ...view, ...more }));

test('a page says its language, its title and where its content begins', () => {
  const page = render();
  expect(page).toMatch(/^<!doctype html>\n<html lang="de">/);
  expect(page).toContain('<title>Anmelden · Kundenportal · Muster Energie GmbH</title>');
  expect(page).toContain('<a class="skip" href="#main">Zum Inhalt springen</a>');
  expect(page).toContain('<h1>Anmelden</h1>');
  expect(render({ faulty: true })).toContain('<title>Fehler: Anmelden');
  expect(render({}, {}, 'en')).toContain('<html lang="en">');
});

test('rule 27 a page has no script and no style of its own inside', () => {
  const page = render({ signedIn: true }, { supportContact: 'Service', imprintUrl: 'https://muster.example/' });
  expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  expect([...page.matchAll(/(?:src|<link[^>]*href)="([^"]*)"/g)].every(([, url]) => /^(\/assets\/|data:image)/.test(url ?? ''))).toBe(true);
});

test('rule 27 names with markup stay text', () => {
  const name = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
  const page = String(
    renderPage(
      { workspace: { ...workspace, name }, portal: { ...portal, name, supportContact: name }, variant: 'de' },
      { ...view, title: name, signedIn: true },
    ),
  );
  expect(page).not.toMatch(/<script>|<img/);
  expect(page).toContain('&lt;script&gt;');
});

test('only web addresses become legal links', () => {
  expect(render({}, { imprintUrl: 'https://muster.example/impressum' })).toContain(
    '<a href="https://muster.example/impressum">Impressum</a>',
  );
  for (const imprintUrl of ['javascript:alert(1)', 'data:text/html,x', 'impressum', ' javascript:alert(1)'])
    expect(render({}, { imprintUrl })).not.toContain('Impressum');
});

test('the other language is one link away and keeps the wish', () => {
  expect(render({ query: { next: '/kunden/rechnungen' } })).toContain(
    '<a href="/kunden/sign-in?next=%2Fkunden%2Frechnungen&amp;lang=en" lang="en" hreflang="en">English</a>',
  );
  expect(render({}, {}, 'en')).toContain('<a href="/kunden/sign-in?lang=de" lang="de" hreflang="de">Deutsch</a>');
});

test('without a workspace and a portal there is still a page', () => {
  const page = String(
    renderPage({ workspace: undefined, portal: undefined, variant: 'en' }, { title: 'Not available right now', main: html`<p>Later.</p>` }),
  );
  expect(page).toContain('<title>Not available right now · Pforte</title>');
});
