import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { line } from '../../platform/http/contract.ts';
import { refuseRequest } from '../../platform/http/refusals.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { hashJudgedPassword, type PasswordHasher } from '../password/index.ts';
import {
  type Consent,
  type Form,
  type FormState,
  faultyForm,
  leadTo,
  leaveNotice,
  listConsents,
  type PageTools,
  type PortalCall,
  portalForm,
  portalPage,
  refusedForm,
  showPage,
  takeNotice,
  tryForm,
  untouched,
} from '../portal/index.ts';
import { takeTry } from '../throttle/index.ts';
import { type Judged, judgeTyped, type TypedForm } from './judge-typed.ts';
import { addressLimit, registrationLimit, unprovenLimit } from './limits.ts';
import { registerView, sentView } from './pages-view.ts';
import type { Proofs } from './proof.ts';
import { requestRegistration } from './request-registration.ts';
import { spendProof } from './store.ts';

export type RegisterTools = PageTools & {
  hasher: PasswordHasher;
  proofs: Proofs;
  /** A form waits: the job that looks at it need not wait for its poll. */
  wakeRegistrations: () => void;
};

const RegisterForm = z
  .object({
    salutation: z.enum(['', 'frau', 'herr']).default(''),
    // What is missing is found together with everything else that is wrong, so that nobody is told one thing after the other.
    firstName: line(60).default(''),
    lastName: line(60).default(''),
    email: line(320).default(''),
    password: z.string().max(1024).default(''),
    customerNumber: line(100).optional(),
    postalCode: line(20).optional(),
    companyName: line(200).optional(),
    homepage: z.string().max(2000).optional(),
    proof: z.string().max(2000).optional(),
  })
  // One field for each consent that the portal asks for; any other is refused below.
  .catchall(z.string().regex(/^\d{1,6}$/));

/** „Registrieren“: the form, and the page after it, which is the same for everybody. Where people cannot register there is no such page. */
export function registerRegisterPages(app: FastifyInstance, tools: RegisterTools): void {
  portalPage(app, tools, '/register', async (call) => show(tools, open(call), {}, untouched));
  portalPage(app, tools, '/register/sent', async (call) => {
    const notice = takeNotice(tools.cookies, open(call));
    return showPage(call, sentView(call, notice?.name === 'registered' ? notice.address : undefined));
  });
  portalForm(app, tools, '/register', RegisterForm, (call, form) => take(tools, open(call), form));
}

function open(call: PortalCall): PortalCall {
  if (call.portal.selfRegistration === 'off') throw refuseRequest('unknown-path');
  return call;
}

const consentsOf = ({ perform, portal }: PortalCall): Promise<Consent[]> =>
  perform(({ tx, workspace }) => listConsents(tx, workspace.id, [portal.id]));

/** Every showing brings a task of its own: the one before may be spent. */
async function show(
  { proofs }: RegisterTools,
  call: PortalCall,
  typed: Readonly<Record<string, string>>,
  state: FormState,
  refused?: Refusal,
): Promise<FastifyReply> {
  const challenge = proofs.challengeFor(call.portal.id, call.now);
  return showPage(call, registerView(call, { consents: await consentsOf(call), challenge, typed, state }), refused);
}

async function take(
  tools: RegisterTools,
  call: PortalCall,
  { typed, values, faults }: Form<z.output<typeof RegisterForm>>,
): Promise<FastifyReply> {
  if (faults) return show(tools, call, typed, faultyForm(faults), refuseRequest('invalid'));
  const own = await judge(call, values);
  if (own.faults) return show(tools, call, typed, faultyForm(own.faults), refuseRequest('invalid'));

  const { refusal } = await tryForm(() => leave(tools, call, values, own.judged));
  if (refusal) return show(tools, call, typed, refusedForm(refusal), refusal);
  leaveNotice(tools.cookies, call, { name: 'registered', address: own.judged.email });
  return leadTo(call, `/${call.portal.slug}/register/sent`);
}

async function judge(call: PortalCall, values: z.output<typeof RegisterForm>) {
  const { salutation: _, homepage: __, proof: ___, ...typed } = values;
  const { firstName, lastName, email, password, customerNumber, postalCode, companyName, ...rest } = typed;
  if (Object.keys(rest).some((name) => !name.startsWith('consent-'))) throw refuseRequest('invalid');
  const consents = Object.fromEntries(Object.entries(rest).map(([name, version]) => [name.replace('consent-', ''), String(version)]));
  const form: TypedForm = { firstName, lastName, email, password, customerNumber, postalCode, companyName, consents };
  return judgeTyped(call.portal, await consentsOf(call), form);
}

/**
 * Counts, checks and hashes, then keeps the form for the worker: the same work for every address. A robot that fell into the trap is told the same as everybody
 * and leaves nothing.
 */
async function leave(tools: RegisterTools, call: PortalCall, values: z.output<typeof RegisterForm>, judged: Judged): Promise<void> {
  const { perform, portal, workspace, variant } = call;
  await mustNotHurry(tools, call, values.proof);
  const words = [judged.email, values.firstName, values.lastName, judged.companyName ?? '', portal.name, workspace.name].filter(Boolean);
  const context = { minimumLength: workspace.passwordMinimumLength, words };
  const passwordHash = await hashJudgedPassword(tools.hasher, values.password, context, '/password');
  await perform((work) => takeTry(work, addressLimit, { account: `registration:${judged.key}`, network: call.network }));
  if (values.homepage) return;
  const { key: _, ...typed } = judged;
  const salutation = values.salutation || null;
  const { firstName, lastName } = values;
  await perform(requestRegistration, { ...typed, salutation, firstName, lastName, passwordHash, portalId: portal.id, variant });
  tools.wakeRegistrations();
}

/** Whoever brings a proof of work waits for nothing but their own haste; whoever brings none, or one that was spent, is let through more slowly. */
async function mustNotHurry(
  { proofs }: RegisterTools,
  { perform, portal, network, now }: PortalCall,
  typed: string | undefined,
): Promise<void> {
  const proof = proofs.read(typed, portal.id, now);
  const isProven = proof !== undefined && (await perform(({ tx, workspace }) => spendProof(tx, workspace.id, proof)));
  if (!isProven) await perform((work) => takeTry(work, unprovenLimit, { account: 'registration', network }));
  await perform((work) => takeTry(work, registrationLimit, { network }));
}
