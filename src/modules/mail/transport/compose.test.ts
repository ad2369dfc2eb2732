import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { compose } from './compose.ts';

test('RFC 5322 every line of a mail ends with CRLF, and none is longer than servers take', () => {
  const mail = composed({
    html: `<p>${'ä'.repeat(2000)}</p>\n<p>zweite Zeile</p>\n`,
    text: `${'ä'.repeat(2000)}\nzweite Zeile\n`,
  });
  expect(mail).not.toMatch(/(^|[^\r])\n/);
  expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThan(998);
});

test('what a mail says arrives as it was written, whatever signs and ends of lines it has', async () => {
  const text = 'Grüße \n.\n..\nFrom hier\r\nTab\t\n=3D 🙂\n--part-0198a1b2000070008000000000000001-Part_1\n';
  const html = '<p>a\rb</p>';
  const parsed = await PostalMime.parse(composed({ html, text }));
  expect(parsed.text?.trimEnd()).toBe(text.replaceAll('\r\n', '\n').trimEnd());
  expect(parsed.html?.trim()).toBe('<p>a\nb</p>');
  expect((await PostalMime.parse(composed({ html: '', text: '' }))).subject).toBe('Grüße');
});

const composed = (bodies: { html: string; text: string }): string =>
  compose({
    id: '0198a1b2-0000-7000-8000-000000000001',
    messageId: '<1@example.com>',
    variant: 'de',
    recipientName: 'Jörg Weiß',
    recipientAddress: 'joerg@kunde.example',
    subject: 'Grüße',
    ...bodies,
    queuedAt: new Date('2026-03-10T09:00:00Z'),
    senderName: 'Muster Energie',
    senderAddress: 'portal@example.com',
    linkUrl: null,
  }).raw.toString('latin1');
