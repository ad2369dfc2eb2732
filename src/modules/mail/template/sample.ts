import type { Id } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { MailRequest, TemplateKey } from '../mail.ts';

const base = 'https://portal.muster-energie.example';

/** A made-up mail for previews, test mails and the render test of every template. */
export const sampleRequest = (template: TemplateKey, variant: Variant): MailRequest => ({
  template,
  variant,
  address: 'anna.mueller@beispiel.example',
  person: { salutation: 'frau', title: 'Dr.', firstName: 'Anna', lastName: 'Müller' },
  companyName: 'Bäckerei Müller & Söhne',
  accountName: 'anna.mueller@beispiel.example',
  portal: {
    id: '018f0000-0000-7000-8000-000000000001' as Id<'portal'>,
    name: 'Kundenportal',
    url: `${base}/kunden/`,
    forgotPasswordUrl: `${base}/kunden/forgot-password`,
    brandColor: '#0b6e4f',
    supportContact: 'service@muster-energie.example',
    imprintUrl: `${base}/impressum`,
    privacyUrl: `${base}/datenschutz`,
    timeZone: 'Europe/Berlin',
  },
  link: {
    id: '018f0000-0000-7000-8000-000000000002' as Id<'one-time-link'>,
    url: `${base}/kunden/link/9J2mVq0xTfJ0y3cQm1r8bX5kL7nS4wZaEhUdGi6oPpA`,
    expiresAt: new Date('2026-11-23T13:05:00Z'),
    timeZone: 'Europe/Berlin',
  },
  newAddress: 'a.mueller@beispiel.example',
  occurredAt: new Date('2026-11-21T13:05:00Z'),
});

/** Who the sample mails come from. */
export const sampleSender = {
  sender: 'Muster Energie GmbH',
  baseUrl: base,
  timeZone: 'Europe/Berlin',
  now: new Date('2026-11-21T13:05:00Z'),
};
