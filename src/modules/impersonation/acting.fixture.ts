import type { TestApp } from '../../app.fixture.ts';
import type { EventView } from '../audit/contract.ts';
import { assignments } from '../sign-in/companies.fixture.ts';
import { portalPeople, readable } from '../sign-in/pages.fixture.ts';
import { addAdministrator } from '../user/index.ts';
import type { ImpersonationView } from './contract.ts';

export const reason = 'Rechnung fehlt, Anruf vom 10.03.';
export const colleague = { name: 'Karl Kranich', email: 'kollege@muster.example', password: 'neun Laternen im Nebel' };

type Offer = { id: string; url: string; endsAt: string; startableUntil: string; code?: string };

/** People of a portal, and users who act as them. */
export async function actingUsers(app: TestApp) {
  const people = await portalPeople(app);
  const assigning = assignments(app, people);
  const addUser = app.performIn({ actor: { kind: 'system' }, workspace: app.workspace });
  const { name, email, password } = colleague;
  const { id: colleagueId } = await addUser(addAdministrator, {
    name,
    email,
    language: 'de',
    passwordHash: await app.hasher.hash(password),
  });

  const changeColleague = (change: { administrator?: boolean; mayImpersonate?: boolean; deactivatedAt?: Date | null }) =>
    app.database.owner.db.updateTable('user').set(change).where('id', '=', colleagueId).execute();

  async function ask(email: string, cookie: string) {
    const { id } = await assigning.accessOf(email);
    const { status, body } = await app.api<Offer>('POST', `/accesses/${id}/impersonate`, { body: { reason }, cookie });
    return { status, body, path: body.url ? new URL(body.url).pathname : '', accessId: id };
  }

  /** Asks and presses the button, in a session of the console that is new unless one is given; `cookie` is what that browser holds then. */
  async function act(email: string, staff?: string) {
    const console = staff ?? (await app.signIn());
    const { path, accessId, body } = await ask(email, console);
    const started = await app.page('POST', path, { form: {}, cookie: console });
    if (started.status !== 303) throw new Error(`The test could not act as ${email}: ${started.status} ${readable(started.text)}`);
    return { console, acting: started.cookie, cookie: `${console}; ${started.cookie}`, accessId, id: body.id, path };
  }

  const home = (cookie: string) => app.page('GET', '/kunden/', { cookie });
  const isOver = async (cookie: string) => {
    const { status, location } = await home(cookie);
    return status === 303 && String(location).startsWith('/kunden/sign-in');
  };
  const list = async (accessId: string) =>
    (await app.api<{ items: ImpersonationView[] }>('GET', `/accesses/${accessId}/impersonations`)).body.items;
  const eventsOf = async (subjectId: string) =>
    (await app.api<{ items: EventView[] }>('GET', '/events', { query: { subjectId, limit: '100' } })).body.items;
  const signInColleague = () => app.signIn(email, password);

  return { people, ...assigning, colleagueId, changeColleague, ask, act, home, isOver, list, eventsOf, signInColleague };
}
