import { expect, test } from 'vitest';
import { compose } from './compose.ts';

test('RFC 5322 every line of a mail ends with CRLF, and none is longer than servers take', async () => {
  const { raw } = await compose({
    id: '0198a1b2-0000-7000-8000-000000000001',
    messageId: '<1@example.com>',
    variant: 'de',
    recipientName: 'Jörg Weiß',
    recipientAddress: 'joerg@kunde.example',
    subject: 'Grüße',
    html: `<p>${'ä'.repeat(2000)}</p>\n<p>zweite Zeile</p>\n`,
    text: `${'ä'.repeat(2000)}\nzweite Zeile\n`,
    queuedAt: new Date('2026-03-10T09:00:00Z'),
    senderName: 'Muster Energie',
    senderAddress: 'portal@example.com',
    linkUrl: null,
  });
  const mail = raw.toString('latin1');
  expect(mail).not.toMatch(/(^|[^\r])\n/);
  expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThan(998);
});
