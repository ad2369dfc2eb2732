import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { Variant } from '../../../platform/phrases.ts';
import type { MailRequest } from '../mail.ts';
import { compose } from '../transport/compose.ts';
import { contrastOf, paletteOf } from './color.ts';
import { contentFaults } from './content-faults.ts';
import { fieldsOf } from './fields.ts';
import { fillPlain } from './fill.ts';
import { render } from './render.ts';
import { sampleRequest, sampleSender } from './sample.ts';
import { fieldNames, placesOf, type Template, textsOf, textsOfBlock } from './template.ts';
import { templateOf, templates } from './templates.ts';

const variants = ['de', 'de-DU', 'en'] as const;
const every = templates.flatMap((template) => variants.map((variant) => [template.key, variant, template] as const));
const linkUrl = 'https://portal.muster-energie.example/kunden/link/9J2mVq0xTfJ0y3cQm1r8bX5kL7nS4wZaEhUdGi6oPpA';

function rendered(template: Template, variant: Variant, change: Partial<MailRequest> = {}, brandColor = '#0b6e4f') {
  const request = { ...sampleRequest(template.key, variant), ...change };
  const fields = fieldsOf(request, { ...sampleSender, linkUrl });
  return render(template.content[variant], {
    fields,
    letterhead: { brandColor, imprintUrl: request.portal?.imprintUrl ?? null, privacyUrl: null },
    variant,
  });
}

/** What a person reads of the HTML form. */
const visible = (html: string) =>
  html
    .replace(/<(style|title)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** What a person reads of the HTML form, as text. */
const readable = (html: string) =>
  visible(html)
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const spaced = (text: string) => text.replace(/\s+/g, ' ');

test.each(every)('every mail with its sample: %s in %s is complete', (_, variant, template) => {
  const { subject, html, text } = rendered(template, variant);
  for (const form of [subject, html, text]) expect(form).not.toMatch(/\{\w*\}|undefined|null|\[object/);
  expect(subject.length).toBeGreaterThan(10);
  expect(html).toContain(`<html lang="${variant === 'en' ? 'en' : 'de'}"`);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain('prefers-color-scheme:dark');
  expect(html).toContain('max-width:600px');
  expect(html).toMatch(/@media \(max-width:480px\)/);
  expect(Buffer.byteLength(html) + Buffer.byteLength(text)).toBeLessThan(30_000);
  // No mail program cuts an address that ends its line.
  expect(text.split('\n').filter((line) => /https?:\/\/\S+\s/.test(line))).toEqual([]);
});

test.each(every)('both forms say all that the template says: %s in %s', (_, variant, template) => {
  const { html, text } = rendered(template, variant);
  const request = sampleRequest(template.key, variant);
  const values = fieldsOf(request, { ...sampleSender, linkUrl });
  for (const said of template.content[variant].blocks.flatMap(textsOfBlock).map((part) => spaced(fillPlain(part, values)))) {
    expect(spaced(text)).toContain(said);
    // An address stands shortened in the HTML form, whole behind it.
    expect(readable(html)).toContain(
      said.replace(/https:\/\/\S+/g, (address) => (address === linkUrl ? address : address.slice(8).replace(/\/$/, ''))),
    );
  }
  for (const field of template.content[variant].blocks.flatMap(textsOfBlock).flatMap(placesOf))
    expect(values[field as 'link']).not.toBeNull();
});

test.each(every)('each fits its section and its salutation works for every person: %s in %s', (_, variant, template) => {
  const people = [
    [
      { salutation: 'frau', title: 'Dr.', firstName: 'Anna', lastName: 'Müller' },
      ['Guten Tag Frau Dr. Müller', 'Hallo Anna', 'Dear Dr. Müller'],
    ],
    [{ salutation: 'herr', title: null, firstName: 'Jörg', lastName: 'Groß' }, ['Guten Tag Herr Groß', 'Hallo Jörg', 'Dear Mr Groß']],
    [{ salutation: null, title: null, firstName: 'Kim', lastName: 'Öz' }, ['Guten Tag Kim Öz', 'Hallo Kim', 'Hello Kim Öz']],
    [{ salutation: null, title: null, firstName: '', lastName: 'anna@kunde.example' }, ['Guten Tag anna@', 'Hallo anna@', 'Hello anna@']],
  ] as const;
  for (const [person, lines] of people) {
    const { text, html } = rendered(template, variant, { person });
    const line = lines[variants.indexOf(variant)] ?? '';
    expect(text).toContain(line);
    expect(readable(html)).toContain(line);
  }
});

test.each(every)('rule 16 as bytes it is valid MIME, with umlauts in subject and names: %s in %s', async (_, variant, template) => {
  const { subject, html, text } = rendered(template, variant, {
    portal: { ...(sampleRequest(template.key, variant).portal as NonNullable<MailRequest['portal']>), name: 'Häuser & Gärten Größe' },
  });
  const { raw } = await compose({
    id: '018f0000-0000-7000-8000-000000000003',
    messageId: '<018f@muster.example>',
    variant,
    recipientName: 'Jörg Übermäßig, Dr.',
    recipientAddress: 'joerg@kunde.example',
    subject,
    html,
    text,
    queuedAt: new Date('2026-11-21T13:05:00Z'),
    senderName: 'Müller & Söhne GmbH',
    senderAddress: 'no-reply@muster.example',
    replyTo: null,
    returnPath: null,
    linkUrl: null,
  });
  const lines = raw.toString('latin1').split(/\r?\n/);
  expect(lines.filter((line) => line.length > 998 || /[^\t\x20-\x7e]/.test(line))).toEqual([]);
  expect(raw.length).toBeLessThan(100_000);
  const mail = await PostalMime.parse(raw);
  expect(mail).toMatchObject({ subject, to: [{ name: 'Jörg Übermäßig, Dr.', address: 'joerg@kunde.example' }] });
  expect(mail.from).toMatchObject({ name: 'Müller & Söhne GmbH' });
  expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(mail.text?.trim()).toBe(text.trim());
  expect(mail.html?.trim()).toBe(html.trim());
});

test.each(every)('rule 17 the link stands exactly where it must: %s in %s', (_, variant, template) => {
  const { subject, html, text } = rendered(template, variant);
  expect(html.split(`href="${linkUrl}"`).length - 1).toBe(template.needsLink ? 2 : 0);
  expect(html.split(`>${linkUrl}<`).length - 1).toBe(template.needsLink ? 1 : 0);
  expect(text.split(linkUrl).length - 1).toBe(template.needsLink ? 1 : 0);
  expect(subject).not.toContain('http');
  expect(contentFaults(template, template.content[variant])).toEqual([]);
});

test.each(every)('one language and one form of address: %s in %s', (_, variant, template) => {
  const { subject, html, text } = rendered(template, variant);
  const words = `${subject} ${visible(html)} ${text}`.replace(/https?:\S+|\S+@\S+|[\w.-]+\/[\w./-]+/g, ' ');
  const english = /\b(the|your|you|password|account|sign|with|this|please|until|dear|hello|kind|regards|link is|company)\b/i;
  const german = /\b(und|der|die|das|nicht|Sie|Ihr|Ihnen|du|dein|dir|Passwort|Konto|Uhr|Guten|Hallo|Grüße|wurde|Kontoname|Unternehmen)\b/;
  const formal = /\b(Sie|Ihr|Ihre|Ihrem|Ihren|Ihnen)\b/;
  const familiar = /\b(du|dein|deine|deinem|deinen|dir|dich)\b/i;
  if (variant === 'en') expect(words).not.toMatch(german);
  else expect(words).not.toMatch(english);
  if (variant === 'de') expect(words).not.toMatch(familiar);
  if (variant === 'de-DU') expect(words).not.toMatch(formal);
  expect(words).not.toMatch(/!|erfolgreich/);
});

test.each(every)('says how long the link works and what to do when it has run out: %s in %s', (_, variant, template) => {
  const { html, text } = rendered(template, variant);
  const until = {
    de: 'bis Montag, 23.11.2026, 14:05 Uhr (MEZ)',
    'de-DU': 'bis Montag, 23.11.2026, 14:05 Uhr (MEZ)',
    en: 'until Monday, 23 November 2026, 14:05 (CET)',
  }[variant];
  expect(text.includes(until)).toBe(template.needsLink);
  expect(visible(html).includes(until)).toBe(template.needsLink);
  const leadsOn = [
    'set_password',
    'welcome',
    'welcome_without_link',
    'registration_known',
    'invitation_reminder',
    'admin_reset',
    'reset_password',
    'password_changed',
  ].includes(template.key);
  expect(text.includes('https://portal.muster-energie.example/kunden/forgot-password')).toBe(leadsOn);
  expect(html.includes('href="https://portal.muster-energie.example/kunden/forgot-password"')).toBe(leadsOn);
});

test.each(variants)('the notice to the address before says what was changed, by whom, when, and whom to tell, in %s', (variant) => {
  const { html, text } = rendered(templateOf('email_change_notice'), variant, {
    newAddress: 'erika.muster@xn--mller-kva.de',
    details: { actor: 'Muster Energie GmbH' },
  });
  const said = {
    de: ['Neue Adresse: e…@müller.de', 'Geändert von: Muster Energie GmbH', 'Dann sagen Sie Muster Energie GmbH bitte sofort Bescheid.'],
    'de-DU': ['Neue Adresse: e…@müller.de', 'Geändert von: Muster Energie GmbH', 'Dann sage Muster Energie GmbH bitte sofort Bescheid.'],
    en: ['New address: e…@müller.de', 'Changed by: Muster Energie GmbH', 'Then please tell Muster Energie GmbH at once.'],
  }[variant];
  for (const sentence of said) expect(text).toContain(sentence);
  expect(text).toContain('service@muster-energie.example');
  expect(text).toContain(
    variant === 'en' ? 'Time: Saturday, 21 November 2026, 14:05 (CET)' : 'Zeitpunkt: Samstag, 21.11.2026, 14:05 Uhr (MEZ)',
  );
  expect(html + text).not.toContain('erika');
});

test('B024 the notice after a change says what, when, and what to do', () => {
  const template = templateOf('password_changed');
  const { text } = rendered(template, 'de');
  expect(text).toContain('Ihr Passwort wurde festgelegt');
  expect(text).toContain('Zeitpunkt: Samstag, 21.11.2026, 14:05 Uhr (MEZ)');
  expect(text).toMatch(/Waren Sie das nicht\? Dann legen Sie bitte sofort ein neues Passwort fest/);
});

test.each(every)('both forms have one order, and small print is last in it: %s in %s', (_, variant, template) => {
  const { html, text } = rendered(template, variant);
  const values = fieldsOf(sampleRequest(template.key, variant), { ...sampleSender, linkUrl });
  const firstWords = template.content[variant].blocks
    .flatMap((block) => textsOfBlock(block).slice(0, 1))
    .map((said) =>
      spaced(fillPlain(said, values))
        .replace(/https:.*$/, '')
        .slice(0, 60),
    );
  for (const form of [spaced(text), readable(html.slice(html.indexOf('<h1')))]) {
    let from = 0;
    for (const said of firstWords) {
      const at = form.indexOf(said, from);
      expect([said, at >= from]).toEqual([said, true]);
      from = at + said.length;
    }
  }
});

test.each([
  [
    'de',
    'Der letzte Tag mit Zugang ist Donnerstag, 26.11.2026. Ab Freitag, 27.11.2026, 00:00 Uhr (MEZ) können Sie sich nicht mehr anmelden.',
  ],
  [
    'de-DU',
    'Der letzte Tag mit Zugang ist Donnerstag, 26.11.2026. Ab Freitag, 27.11.2026, 00:00 Uhr (MEZ) kannst du dich nicht mehr anmelden.',
  ],
  [
    'en',
    'The last day with access is Thursday, 26 November 2026. From Friday, 27 November 2026, 00:00 (CET) on you can no longer sign in.',
  ],
] as const)('B121 an access that ends says its last day and from when it is over, with the zone, in %s', (variant, sentence) => {
  expect(rendered(templateOf('access_expiring'), variant).text).toContain(sentence);
});

test.each([
  [
    'welcome_without_link',
    {},
    ['https://portal.muster-energie.example/kunden/', 'anna.mueller@beispiel.example', 'Passwort, das Sie schon haben'],
  ],
  [
    'assignment_done',
    { details: { about: 'Erika Öz' } },
    ['Freigeschaltet für: Erika Öz', 'Unternehmen: Bäckerei Müller & Söhne', 'Portal: Kundenportal'],
  ],
  [
    'registration_pending_to_staff',
    { details: { about: 'Erika Öz, e@b.example', pageUrl: 'https://portal.muster-energie.example/console/x' } },
    ['Registriert hat sich: Erika Öz, e@b.example', 'Portal: Kundenportal', 'https://portal.muster-energie.example/console/x'],
  ],
  ['access_blocked', { details: { reason: 'Umzug' } }, ['Grund: Umzug', 'fragen Sie bitte bei Muster Energie GmbH nach']],
  ['email_change_notice', { details: { actor: 'Anna Müller' } }, ['Geändert von: Anna Müller']],
] as const)('what issue 4 will hand over stands in the mail: %s', (key, change, said) => {
  const { text } = rendered(templateOf(key), 'de', change);
  for (const words of said) expect(text).toContain(words);
});

test('B114 the reason of a block is told only where it is handed over', () => {
  expect(rendered(templateOf('access_blocked'), 'de', { details: {} }).text).not.toContain('Grund');
});

test('a mail to staff leads to the console, because there is no portal', () => {
  const { portal: _portal, ...request } = sampleRequest('two_factor_disabled', 'de');
  expect(fieldsOf(request, { ...sampleSender, linkUrl }).portalUrl).toBe('https://portal.muster-energie.example/console/');
});

test.each(every)('what is not known leaves no hole: %s in %s without company, portal and support', (_, variant, template) => {
  const { companyName: _company, portal: _portal, ...bare } = sampleRequest(template.key, variant);
  const fields = fieldsOf(bare, { ...sampleSender, linkUrl });
  const { html, text } = render(template.content[variant], {
    fields,
    letterhead: { brandColor: 'none', imprintUrl: null, privacyUrl: null },
    variant,
  });
  expect(`${html}${text}`).not.toMatch(/\{\w+\}|null|undefined/);
  expect(text).not.toMatch(/„“|“”|: *\n\n| {2}/);
  expect(text).not.toMatch(/Unternehmen|Company:|Impressum|Imprint/);
});

test.each(every)('rule 17 markup in every value stays text: %s in %s', (_, variant, template) => {
  const evil = `<img src=x onerror="alert(1)">&'"{link}{sender}`;
  const { html } = rendered(template, variant, {
    person: { salutation: null, title: evil, firstName: evil, lastName: evil },
    companyName: evil,
    accountName: evil,
    portal: {
      ...(sampleRequest(template.key, variant).portal as NonNullable<MailRequest['portal']>),
      name: evil,
      supportContact: `javascript:alert(1)//${evil}`,
    },
  });
  expect(html).not.toMatch(/<img|onerror="|href="javascript|<script/i);
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;&quot;{link}{sender}');
});

test('every field is used by some template, so that the list holds nothing dead', () => {
  const used = new Set(templates.flatMap(({ content }) => variants.flatMap((variant) => textsOf(content[variant]).flatMap(placesOf))));
  expect(fieldNames.filter((name) => !used.has(name))).toEqual(['person']);
});

test.each([
  '#ffffff',
  '#000000',
  '#ffd400',
  '#0b6e4f',
  '#808080',
  '#757575',
  '#767676',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#7f7f00',
  '#123456',
  'red',
  '',
  '#12345',
])('WCAG 2.2: with the brand colour %j all text can be read', (brandColor) => {
  const { brand, onBrand, link, linkOnDark } = paletteOf(brandColor);
  expect(contrastOf(onBrand, brand)).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf(link, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf(link, '#f5f7fa')).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf(linkOnDark, '#1b2130')).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf(linkOnDark, '#262e40')).toBeGreaterThanOrEqual(4.5);
});
