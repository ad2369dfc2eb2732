import type { Kysely } from 'kysely';
import type { App } from './app.ts';
import { adoptMailServer, takeOverMails } from './modules/mail/index.ts';
import { hashJudgedPassword } from './modules/password/index.ts';
import type { Schema } from './modules/schema.ts';
import {
  administratorAddress,
  openWorkspace,
  planWorkspace,
  refuseSetup,
  saveSetupLink,
  type WorkspaceOrder,
} from './modules/setup/index.ts';
import type { Workspace } from './modules/workspace/index.ts';
import { isRefusal } from './platform/refusal.ts';
import { newSecret } from './platform/secret.ts';
import type { Settings } from './platform/settings.ts';
import type { Urls } from './platform/urls.ts';

type Place = { app: App; settings: Settings; urls: Urls; db: Kysely<Schema>; now: Date };

/**
 * What a start on an empty database does: sets up without a browser where the settings name an administrator, else answers a one-time address for the
 * browser. `undefined`: there was nothing to do.
 */
export async function firstStart(place: Place): Promise<{ setupUrl: string } | { workspace: Workspace } | undefined> {
  const { app, settings, urls, db, now } = place;
  if ((await app.workspaces.list()).length) return undefined;
  if (settings.adminEmail) return setUpBySettings(place, settings.adminEmail);
  const secret = newSecret();
  await saveSetupLink(db, secret, now);
  return { setupUrl: `${urls.baseUrl}/console/setup/${secret}` };
}

/** Of several servers that start together on an empty database one sets up, and the others find it done. */
async function setUpBySettings(place: Place, email: string): Promise<{ workspace: Workspace } | undefined> {
  const { app, settings } = place;
  const order = { workspace: settings.workspace ?? 'Pforte', language: 'de', addressForm: 'sie', timeZone: 'Europe/Berlin' } as const;
  try {
    return { workspace: await addWorkspace(place, order, { email, password: settings.adminPassword ?? '' }) };
  } catch (error) {
    app.workspaces.forget();
    if (isRefusal(error) && (await app.workspaces.list()).length) return undefined;
    throw error;
  }
}

/** Workspaces that nobody chose another way of sending for use the operator's mail server as the settings name it now. */
export async function adoptMailServers({ app }: Pick<Place, 'app'>): Promise<void> {
  for (const workspace of await app.workspaces.list())
    await app.performIn({ actor: { kind: 'system' }, workspace })(adoptMailServer, app.mail);
}

/** Mails that a killed server had in hand leave now. Only for a database that no other server can be at work on. */
export async function takeOverFromKilled({ app }: Pick<Place, 'app'>): Promise<void> {
  for (const workspace of await app.workspaces.list()) await app.performIn({ actor: { kind: 'system' }, workspace })(takeOverMails);
}

/** Adds a workspace with an administrator, who has a password at once or gets a link for one later. */
export async function addWorkspace(
  { app, settings, urls, now }: Place,
  order: WorkspaceOrder,
  administrator: { email: string; password: string | null; name?: string },
): Promise<Workspace> {
  if (!urls.baseDomain && (await app.workspaces.list()).length) throw refuseSetup('base-domain-needed');
  const email = administratorAddress(administrator.email);
  const workspace = planWorkspace(order, settings, urls, now);
  const name = administrator.name ?? email.split('@')[0] ?? email;
  const context = { minimumLength: workspace.passwordMinimumLength, words: [email, workspace.name] };
  const passwordHash =
    administrator.password === null ? null : await hashJudgedPassword(app.hasher, administrator.password, context, '/password');
  await app.performIn({ actor: { kind: 'system' }, workspace })(openWorkspace, { name, email, passwordHash }, app.mail);
  app.workspaces.forget();
  return workspace;
}
