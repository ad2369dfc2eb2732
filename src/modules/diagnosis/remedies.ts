import type { RemedyAction } from './remedy-actions.ts';

/** What helps. `call`: a route of the API that does it (`asks`: with a day that is asked for first); `path`: a page of the console; `copy`: an address to hand on. */
export type Remedy = {
  action: RemedyAction;
  call?: { method: 'POST' | 'PATCH'; path: string; body?: Readonly<Record<string, unknown>> };
  asks?: 'day';
  path?: string;
  copy?: string;
};

/** The same routes as everywhere else in the console. What only an administrator may do is a way to the page for everybody else. */
export const remedies = {
  unblock: (accessId: string) => change('unblock', accessId, { granted: true }),
  changeExpiry: (accessId: string) => ({ ...change('change-expiry', accessId, { expiresOn: null }), asks: 'day' }) as const,
  openCompany: (customerId: string) => patch('open-company', `/customers/${customerId}`, { closed: false }),
  openPortal: (portalId: string, isAdministrator: boolean) =>
    isAdministrator ? patch('open-portal', `/portals/${portalId}`, { closed: false }) : lead('open-portal', `/portals/${portalId}`),
  sendLink: (accessId: string) => post('send-link', `/accesses/${accessId}/resend`),
  resetPassword: (accessId: string) => post('reset-password', `/accesses/${accessId}/reset-password`),
  openTemplate: (key: string) => lead('open-template', `/settings/mail-templates/${key}`),
  retry: (messageId: string) => post('retry', `/mail/messages/${messageId}/retry`),
  tryTransport: () => post('try-transport', '/mail/try-now'),
  resumeQueue: (isAdministrator: boolean) =>
    isAdministrator ? post('resume-queue', '/mail/resume') : lead('resume-queue', '/settings/mail/queue'),
  openMailSettings: () => lead('open-mail-settings', '/settings/mail'),
  releaseAddress: (address: string) => ({
    ...post('release-address', '/mail/addresses/release'),
    call: { method: 'POST', path: '/mail/addresses/release', body: { address } } as const,
  }),
  changeAddress: (contactId: string) => lead('change-address', `/contacts/${contactId}`),
  assign: (accessId: string) => lead('assign', `/accesses/${accessId}?assign=true`),
  giveAreas: (contactId: string) => lead('give-areas', `/contacts/${contactId}`),
  giveAccess: (contactId: string, portalId: string | undefined) =>
    patch('give-access', `/contacts/${contactId}`, { portalAccess: { ...(portalId && { portalId }), sendPasswordLink: true } }),
  liftSlowDown: (accessId: string) => post('lift-slow-down', `/accesses/${accessId}/lift-slow-down`),
  addContact: (address: string | undefined) =>
    lead('add-contact', `/contacts/new${address ? `?${new URLSearchParams({ email: address })}` : ''}`),
  openAccess: (accessId: string) => lead('open-access', `/accesses/${accessId}`),
  openContact: (contactId: string) => lead('open-contact', `/contacts/${contactId}`),
  copyAddress: (copy: string) => ({ action: 'copy-address', copy }) as const,
} satisfies Record<string, (...input: never[]) => Remedy>;

const patch = (action: RemedyAction, path: string, body: Readonly<Record<string, unknown>>): Remedy => ({
  action,
  call: { method: 'PATCH', path, body },
});
const change = (action: RemedyAction, accessId: string, body: Readonly<Record<string, unknown>>): Remedy =>
  patch(action, `/accesses/${accessId}`, body);
const post = (action: RemedyAction, path: string): Remedy => ({ action, call: { method: 'POST', path } });
const lead = (action: RemedyAction, path: string): Remedy => ({ action, path });
