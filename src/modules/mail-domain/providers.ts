/**
 * A provider of mail servers. Its sending addresses are others than those of the host that takes mails, so that only its own record names them.
 * `ownEnvelope`: it puts an address of its own on the envelope, unless the domain is set up with it.
 */
export type Provider = {
  name: string;
  /** Ends of the names of its servers, for sending or for receiving. */
  hosts: readonly string[];
  /** What else such a name begins with. */
  begins?: string;
  mechanism: string;
  /** Names that its DKIM keys usually have. */
  selectors: readonly string[];
  ownEnvelope?: true;
};

export const providers: readonly Provider[] = [
  {
    name: 'Microsoft 365',
    hosts: ['smtp.office365.com', 'mail.protection.outlook.com', 'mx.microsoft', 'smtp-mail.outlook.com'],
    mechanism: 'include:spf.protection.outlook.com',
    selectors: ['selector1', 'selector2'],
  },
  {
    name: 'Google Workspace',
    hosts: ['smtp.gmail.com', 'smtp-relay.gmail.com', 'aspmx.l.google.com', 'smtp.google.com', 'googlemail.com'],
    mechanism: 'include:_spf.google.com',
    selectors: ['google'],
  },
  {
    name: 'IONOS',
    hosts: ['ionos.de', 'ionos.com', 'ionos.fr', 'ionos.es', 'ionos.it', 'ionos.co.uk', '1und1.de', 'kundenserver.de'],
    mechanism: 'include:_spf-eu.ionos.com',
    selectors: ['s1-ionos', 's2-ionos'],
  },
  {
    name: 'STRATO',
    hosts: ['smtp.strato.de', 'smtp.strato.com', 'rzone.de'],
    mechanism: 'include:_spf.strato.com',
    selectors: ['strato-dkim-0002', 'strato-dkim-0003'],
  },
  {
    name: 'Mailgun (EU)',
    hosts: ['eu.mailgun.org'],
    mechanism: 'include:eu.mailgun.org',
    selectors: ['mailo', 'smtp', 'mta', 'pic', 'k1'],
  },
  { name: 'Mailgun', hosts: ['mailgun.org'], mechanism: 'include:mailgun.org', selectors: ['mailo', 'smtp', 'mta', 'pic', 'k1'] },
  { name: 'SendGrid', hosts: ['sendgrid.net'], mechanism: 'include:sendgrid.net', selectors: ['s1', 's2'], ownEnvelope: true },
  {
    name: 'Amazon SES',
    hosts: ['amazonaws.com'],
    begins: 'email-smtp',
    mechanism: 'include:amazonses.com',
    selectors: [],
    ownEnvelope: true,
  },
  {
    name: 'Brevo',
    hosts: ['brevo.com', 'sendinblue.com'],
    mechanism: 'include:spf.brevo.com',
    selectors: ['brevo1', 'brevo2', 'mail'],
    ownEnvelope: true,
  },
  { name: 'Mailjet', hosts: ['mailjet.com'], mechanism: 'include:spf.mailjet.com', selectors: ['mailjet'], ownEnvelope: true },
  { name: 'Postmark', hosts: ['postmarkapp.com'], mechanism: 'include:spf.mtasv.net', selectors: ['pm'], ownEnvelope: true },
  {
    name: 'mailbox.org',
    hosts: ['mailbox.org'],
    mechanism: 'include:mailbox.org',
    selectors: ['mbo0001', 'mbo0002', 'mbo0003', 'mbo0004'],
  },
];

/** By the name of one of its servers; the longest end that fits wins. */
export function providerOf(host: string): Provider | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  const fits = providers.flatMap((provider) =>
    !name.startsWith(provider.begins ?? '')
      ? []
      : provider.hosts.filter((end) => name === end || name.endsWith(`.${end}`)).map((end) => ({ provider, length: end.length })),
  );
  return fits.sort((one, other) => other.length - one.length)[0]?.provider;
}

/** Names of DKIM keys that many mail servers use, tried where nobody has said which one is ours. */
export const commonSelectors: readonly string[] = [
  ...new Set([
    ...providers.flatMap(({ selectors }) => selectors),
    'default',
    'dkim',
    'mail',
    'key1',
    's1',
    's2',
    'k2',
    'k3',
    'mandrill',
    'fm1',
    'zoho',
    'protonmail',
    'smtpapi',
    'x',
  ]),
];
