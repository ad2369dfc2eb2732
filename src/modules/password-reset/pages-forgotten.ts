import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { line } from '../../platform/http/contract.ts';
import { type Html, html, withAddresses } from '../../platform/http/html.ts';
import { refuseRequest } from '../../platform/http/refusals.ts';
import { accountNameKey } from '../account/index.ts';
import {
  contactOf,
  type Form,
  type FormState,
  faultSummary,
  faultyForm,
  field,
  leadTo,
  type PageTools,
  type PageView,
  type PortalCall,
  portalForm,
  portalPage,
  refusedForm,
  showPage,
  tryForm,
  untouched,
} from '../portal/index.ts';
import { forgottenPasswordLimit, takeTry } from '../throttle/index.ts';
import { words } from './pages-phrases.ts';
import { requestReset } from './request-reset.ts';

const ForgottenForm = z.strictObject({ typed: line(320, 1) });

type Tools = PageTools & {
  /** A request waits: the job that answers it need not wait for its poll. */
  wakeResets: () => void;
};

/** „Passwort vergessen“ (B018). Whatever is typed, the answer is the same page after the same work (B022). */
export function registerForgottenPages(app: FastifyInstance, tools: Tools): void {
  portalPage(app, tools, '/forgot-password', async (call) => showPage(call, forgottenView(call, '', untouched)));
  portalPage(app, tools, '/forgot-password/sent', async (call) => showPage(call, sentView(call)));
  portalForm(app, tools, '/forgot-password', ForgottenForm, (call, form) => takeForgotten(tools, call, form));
}

async function takeForgotten(
  { wakeResets }: Tools,
  call: PortalCall,
  { typed, values, faults }: Form<z.output<typeof ForgottenForm>>,
): Promise<FastifyReply> {
  const { portal, perform, network, variant } = call;
  const again = (state: FormState) => forgottenView(call, typed.typed ?? '', state);
  if (faults) return showPage(call, again(faultyForm(faults)), refuseRequest('invalid'));

  const subject = { account: `portal:${accountNameKey(values.typed)}`, network };
  const { refusal } = await tryForm(() => perform((work) => takeTry(work, forgottenPasswordLimit, subject)));
  if (refusal) return showPage(call, again(refusedForm(refusal)), refusal);

  await perform(requestReset, { typed: values.typed, portalId: portal.id, variant });
  wakeResets();
  return leadTo(call, `/${portal.slug}/forgot-password/sent`);
}

function forgottenView({ portal, variant, workspace }: PortalCall, typed: string, state: FormState): PageView {
  const say = words(variant);
  const path = `/${portal.slug}/forgot-password`;
  return {
    title: say('forgotten'),
    path,
    faulty: state !== untouched,
    main: html`<p>${say('forgottenIntro')}</p>${faultSummary(state, variant, { labels: { typed: say('addressOrName') } })}
<form class="card" method="post" action="${path}" novalidate>
${field({ name: 'typed', label: say('addressOrName'), value: typed, autocomplete: 'username', hint: say('addressHint', { company: workspace.name }) }, state, variant)}
<button class="whole">${say('requestLink')}</button>
</form>
<p class="after"><a href="/${portal.slug}/sign-in">${say('toSignIn')}</a></p>`,
  };
}

function sentView(call: PortalCall): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  return {
    title: say('lookIntoMailbox'),
    path: `/${portal.slug}/forgot-password/sent`,
    main: html`<p>${say('perhapsOnItsWay')}</p>
${whenNoneComes(call)}
<p class="ways"><a class="button second" href="/${portal.slug}/forgot-password">${say('otherAddress')}</a> <a class="button second" href="/${portal.slug}/sign-in">${say('toSignIn')}</a></p>`,
  };
}

/** What to do when no mail arrives. Says nothing about whether one was sent. */
export function whenNoneComes(call: PortalCall): Html {
  const say = words(call.variant);
  const company = call.workspace.name;
  return html`<section class="card"><h2>${say('noneComes')}</h2><ul><li>${say('noneSpam')}</li><li>${say('noneAddress', { company })}</li><li>${withAddresses(say('noneAsk', { contact: contactOf(call) }))}</li></ul></section>`;
}
