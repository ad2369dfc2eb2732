import type { Id } from '../../../platform/id.ts';
import type { Variant } from '../../../platform/phrases.ts';
import type { MailDetails, MailRequest, TemplateKey } from '../mail.ts';
import type { Template } from './template.ts';
import { templateOf } from './templates.ts';

const base = 'https://portal.muster-energie.example';

export const sampleDetails = {
  actor: 'Karin Kessler',
  about: 'Jörg Groß',
  reason: 'Rückfrage zur Rechnung 4711',
  expiresOn: '2026-11-27',
  count: 3,
  pageUrl: `${base}/console/`,
} as const satisfies MailDetails;

export const sampleNewAddress = 'a.mueller@beispiel.example';

/** A made-up mail for previews, test mails and the render test of every template: with what its template can tell, and no more. */
export function sampleRequest(key: TemplateKey, variant: Variant): MailRequest {
  const template = templateOf(key);
  return {
    template: key,
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
    ...(template.needsLink && {
      link: {
        id: '018f0000-0000-7000-8000-000000000002' as Id<'one-time-link'>,
        url: `${base}/kunden/link/9J2mVq0xTfJ0y3cQm1r8bX5kL7nS4wZaEhUdGi6oPpA`,
        expiresAt: new Date('2026-11-23T13:05:00Z'),
        timeZone: 'Europe/Berlin',
      },
    }),
    ...detailsFor(template),
    occurredAt: new Date('2026-11-21T13:05:00Z'),
  };
}

/** The sample values of what a template can tell besides. */
export function detailsFor({
  details: names = [],
  sample,
}: Pick<Template, 'details' | 'sample'>): Pick<MailRequest, 'details' | 'newAddress'> {
  const own = Object.entries({ ...sampleDetails, ...sample }).filter(([name]) => (names as readonly string[]).includes(name));
  return { details: Object.fromEntries(own), ...(names.includes('newAddress') && { newAddress: sampleNewAddress }) };
}

/** Who the sample mails come from. */
export const sampleSender = {
  sender: 'Muster Energie GmbH',
  baseUrl: base,
  timeZone: 'Europe/Berlin',
  now: new Date('2026-11-21T13:05:00Z'),
};
