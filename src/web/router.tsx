import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { readEventsSearch } from '../modules/audit/web/events-search.ts';
import { type PeopleSearch, readPeopleSearch } from '../modules/contact/web/people-search.ts';
import { readQueueSearch } from '../modules/mail/web/queue-search.ts';
import { readAccessSearch } from '../modules/portal-access/web/access-search.ts';
import { setupContract } from '../modules/setup/contract.ts';
import { type SetupStep, setupSteps } from '../modules/setup/web/setup-draft.ts';
import { hasStatus, problemOf } from './api.ts';
import { readMe } from './me.ts';
import { queryClient, reading } from './query.ts';
import { oneOf, readSearch, textOf, writeSearch } from './search.ts';
import { BrokenPage, NotFoundPage } from './shell/failure-pages.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Outlet });

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup/$secret',
  validateSearch: (search): { step?: SetupStep } => {
    const step = oneOf(search, 'step', setupSteps);
    return step ? { step } : {};
  },
  component: lazyRouteComponent(() => import('../modules/setup/web/setup-page.tsx'), 'SetupPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => {
    const next = textOf(search, 'next');
    return next ? { next } : {};
  },
  component: lazyRouteComponent(() => import('../modules/sign-in/web/sign-in-page.tsx'), 'SignInPage'),
});

/** Before the set-up there is no workspace at any address; the page of the sign-in then says what comes first. */
async function isWaitingForSetup(error: unknown): Promise<boolean> {
  if (problemOf(error).code !== 'request.unknown-workspace') return false;
  return (await queryClient.fetchQuery(reading(setupContract.getSetupState))).waiting;
}

/** Everything behind the sign-in. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(readMe);
    } catch (error) {
      if (await isWaitingForSetup(error)) throw redirect({ to: '/sign-in' });
      if (!hasStatus(error, 401)) throw error;
      const next = location.pathname === '/' ? undefined : `${location.pathname}${location.searchStr}`;
      throw redirect({ to: '/sign-in', search: next ? { next } : {} });
    }
  },
});

const overview = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/overview-screen.tsx'), 'OverviewScreen'),
});

const customers = createRoute({
  getParentRoute: () => app,
  path: '/customers',
  validateSearch: (search): PeopleSearch & { view?: 'people' | 'companies' | undefined } => ({
    view: oneOf(search, 'view', ['people', 'companies']),
    ...readPeopleSearch(search),
  }),
  component: lazyRouteComponent(() => import('./screens/customers-screen.tsx'), 'CustomersScreen'),
});
const newCustomer = createRoute({
  getParentRoute: () => app,
  path: '/customers/new',
  component: lazyRouteComponent(() => import('../modules/customer/web/new-customer-page.tsx'), 'NewCustomerPage'),
});
const customer = createRoute({
  getParentRoute: () => app,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./screens/company-screen.tsx'), 'CompanyScreen'),
});
const diagnosis = createRoute({
  getParentRoute: () => app,
  path: '/diagnosis',
  validateSearch: (search): { q?: string | undefined; portalId?: string | undefined } => ({
    q: textOf(search, 'q'),
    portalId: textOf(search, 'portalId'),
  }),
  component: lazyRouteComponent(() => import('../modules/diagnosis/web/diagnosis-page.tsx'), 'DiagnosisPage'),
});
const newContact = createRoute({
  getParentRoute: () => app,
  path: '/contacts/new',
  validateSearch: (search): Pick<PeopleSearch, 'customerId'> & { email?: string | undefined } => ({
    customerId: readPeopleSearch(search).customerId,
    email: textOf(search, 'email'),
  }),
  component: lazyRouteComponent(() => import('../modules/contact/web/new-contact-page.tsx'), 'NewContactPage'),
});
const contact = createRoute({
  getParentRoute: () => app,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('./screens/contact-screen.tsx'), 'ContactScreen'),
});

const portals = createRoute({
  getParentRoute: () => app,
  path: '/portals',
  component: lazyRouteComponent(() => import('../modules/portal/web/portals-page.tsx'), 'PortalsPage'),
});
const portal = createRoute({
  getParentRoute: () => app,
  path: '/portals/$portalId',
  component: lazyRouteComponent(() => import('../modules/portal/web/portal-page.tsx'), 'PortalPage'),
});
const newPortal = createRoute({
  getParentRoute: () => app,
  path: '/portals/new',
  component: lazyRouteComponent(() => import('../modules/portal/web/new-portal-page.tsx'), 'NewPortalPage'),
});
const portalAreas = createRoute({
  getParentRoute: () => app,
  path: '/portals/$portalId/areas',
  component: lazyRouteComponent(() => import('../modules/portal/web/portal-areas-page.tsx'), 'PortalAreasPage'),
});
const portalRegistration = createRoute({
  getParentRoute: () => app,
  path: '/portals/$portalId/registration',
  component: lazyRouteComponent(() => import('../modules/portal/web/portal-registration-page.tsx'), 'PortalRegistrationPage'),
});
const portalDesign = createRoute({
  getParentRoute: () => app,
  path: '/portals/$portalId/design',
  component: lazyRouteComponent(() => import('../modules/portal/web/portal-design-page.tsx'), 'PortalDesignPage'),
});
const portalAddresses = createRoute({
  getParentRoute: () => app,
  path: '/portals/$portalId/addresses',
  component: lazyRouteComponent(() => import('../modules/portal/web/portal-addresses-page.tsx'), 'PortalAddressesPage'),
});

const portalUsers = createRoute({
  getParentRoute: () => app,
  path: '/portals/$portalId/users',
  validateSearch: readAccessSearch,
  component: lazyRouteComponent(() => import('./screens/portal-users-screen.tsx'), 'PortalUsersScreen'),
});
const accesses = createRoute({
  getParentRoute: () => app,
  path: '/accesses',
  validateSearch: readAccessSearch,
  component: lazyRouteComponent(() => import('./screens/accesses-screen.tsx'), 'AccessesScreen'),
});

const access = createRoute({
  getParentRoute: () => app,
  path: '/accesses/$accessId',
  component: lazyRouteComponent(() => import('./screens/access-screen.tsx'), 'AccessScreen'),
});

const workspace = createRoute({
  getParentRoute: () => app,
  path: '/settings/workspace',
  component: lazyRouteComponent(() => import('../modules/workspace/web/workspace-page.tsx'), 'WorkspacePage'),
});
const mail = createRoute({
  getParentRoute: () => app,
  path: '/settings/mail',
  component: lazyRouteComponent(() => import('./screens/mail-settings-screen.tsx'), 'MailSettingsScreen'),
});
const queue = createRoute({
  getParentRoute: () => app,
  path: '/settings/mail/queue',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('./screens/queue-screen.tsx'), 'QueueScreen'),
});
const reminders = createRoute({
  getParentRoute: () => app,
  path: '/settings/mail/reminders',
  component: lazyRouteComponent(() => import('./screens/reminder-screen.tsx'), 'ReminderScreen'),
});
const message = createRoute({
  getParentRoute: () => app,
  path: '/settings/mail/messages/$messageId',
  component: lazyRouteComponent(() => import('./screens/message-screen.tsx'), 'MessageScreen'),
});
const testMailbox = createRoute({
  getParentRoute: () => app,
  path: '/settings/mail/test-mailbox',
  validateSearch: (search): { q?: string | undefined; cursor?: string | undefined } => ({
    q: textOf(search, 'q'),
    cursor: textOf(search, 'cursor'),
  }),
  component: lazyRouteComponent(() => import('../modules/mail/web/test-mailbox-page.tsx'), 'TestMailboxPage'),
});
const testMail = createRoute({
  getParentRoute: () => app,
  path: '/settings/mail/test-mailbox/$testMailId',
  component: lazyRouteComponent(() => import('../modules/mail/web/test-mail-page.tsx'), 'TestMailPage'),
});
const templates = createRoute({
  getParentRoute: () => app,
  path: '/settings/mail-templates',
  component: lazyRouteComponent(() => import('../modules/mail/web/templates-page.tsx'), 'TemplatesPage'),
});
const template = createRoute({
  getParentRoute: () => app,
  path: '/settings/mail-templates/$key',
  component: lazyRouteComponent(() => import('../modules/mail/web/template-page.tsx'), 'TemplatePage'),
});
const events = createRoute({
  getParentRoute: () => app,
  path: '/settings/events',
  validateSearch: readEventsSearch,
  component: lazyRouteComponent(() => import('../modules/audit/web/events-page.tsx'), 'EventsPage'),
});
const profile = createRoute({
  getParentRoute: () => app,
  path: '/profile',
  component: lazyRouteComponent(() => import('../modules/sign-in/web/profile-page.tsx'), 'ProfilePage'),
});

/** Any other address, shown inside the shell. */
const unknown = createRoute({ getParentRoute: () => app, path: '$', component: NotFoundPage });

const tree = root.addChildren([
  setup,
  signIn,
  app.addChildren([
    overview,
    customers,
    newCustomer,
    customer,
    diagnosis,
    newContact,
    contact,
    portals,
    portal,
    newPortal,
    portalAreas,
    portalRegistration,
    portalDesign,
    portalAddresses,
    portalUsers,
    accesses,
    access,
    workspace,
    mail,
    queue,
    reminders,
    message,
    testMailbox,
    testMail,
    templates,
    template,
    events,
    profile,
    unknown,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: '/console',
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
