import { type Html, html, withAddresses } from '../../platform/http/html.ts';
import { languageOf } from '../../platform/phrases.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { salutationLine } from '../mail/index.ts';
import {
  type Area,
  alertBox,
  areaDescription,
  areaName,
  contactOf,
  type FormState,
  faultSummary,
  field,
  type Notice,
  noticeBox,
  type PageView,
  type PortalCall,
} from '../portal/index.ts';
import { words } from './pages-phrases.ts';
import type { VisitorCall } from './pages-visitor.ts';
import { refuse } from './refusals.ts';

export type SignInView = {
  accountName?: string | undefined;
  remember?: boolean;
  next?: string | undefined;
  notice?: Notice | undefined;
  state: FormState;
};

/** The sign-in page; the way to a forgotten password stands below its button (B020). */
export function signInView(call: PortalCall, { accountName, remember = false, next, notice, state }: SignInView): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  const path = `/${portal.slug}/sign-in`;
  return {
    title: say('signIn'),
    path,
    ...(next && { query: { next } }),
    faulty: state.faults.length > 0 || state.refusal !== undefined,
    main: html`${notice && noticeOf(call, notice)}${faultSummary(state, variant, { labels: { accountName: say('accountName'), password: say('password') }, more: state.refusal && whomToAsk(call, state.refusal) })}
<form class="card" method="post" action="${path}" novalidate>
${next && html`<input type="hidden" name="next" value="${next}">`}
${field({ name: 'accountName', label: say('accountName'), value: accountName ?? '', autocomplete: 'username', hint: say('accountNameHint') }, state, variant)}
${field({ name: 'password', label: say('password'), type: 'password', autocomplete: 'current-password' }, state, variant)}
<div class="tick"><input type="checkbox" id="remember" name="remember" value="yes" aria-describedby="remember-hint"${remember && html` checked`}><label for="remember">${say('remember')}</label><div class="hint" id="remember-hint">${say('rememberHint')}</div></div>
<button class="whole">${say('signIn')}</button>
</form>
<p class="after"><a href="/${portal.slug}/forgot-password">${say('forgotPassword')}</a></p>
${portal.selfRegistration !== 'off' && html`<p class="after">${say('noAccessYet')} <a href="/${portal.slug}/register">${say('register')}</a></p>`}`,
  };
}

/** Whoever is kept out although the password was right needs a person, not another try. */
const whomToAsk = (call: PortalCall, refusal: Refusal): Html | undefined =>
  refusal.kind === 'forbidden' ? html`<p>${withAddresses(words(call.variant)('askHere', { contact: contactOf(call) }))}</p>` : undefined;

function noticeOf(call: PortalCall, { name }: Notice): Html | undefined {
  const say = words(call.variant);
  if (name === 'password-set') return noticeBox(say('passwordSet'));
  if (name === 'activated') return noticeBox(say('activated'));
  if (name === 'signed-out') return noticeBox(say('signedOut'));
  if (name === 'acting-ended') return noticeBox(say('actingEnded'));
  if (name !== 'deactivated' && name !== 'no-access-here' && name !== 'account-changed') return undefined;
  const refusal = refuse(name);
  return alertBox(refusal.sentence(call.variant), whomToAsk(call, refusal));
}

/** What a person may use in this portal. */
export function homeView(call: VisitorCall): PageView {
  const { portal, variant, visitor } = call;
  const say = words(variant);
  const cards = visitor.areas.map(
    (area) =>
      html`<li><a href="/${portal.slug}/${area.key}"><h2>${areaName(area, languageOf(variant))}</h2><p>${areaDescription(area, languageOf(variant))}</p></a></li>`,
  );
  return {
    title: say('overview'),
    heading: greeting(call),
    path: `/${portal.slug}/`,
    signedIn: true,
    wide: true,
    main: cards.length
      ? html`<p class="calm">${say('yourAreas')}</p><ul class="cards">${cards}</ul>`
      : html`<div class="card"><h2>${say('noAreas')}</h2><p>${say('noAreasHint')}</p><p>${withAddresses(say('askHere', { contact: contactOf(call) }))}</p></div>`,
  };
}

/** „Guten Tag Frau Dr. Müller“, „Hallo Anna“; English pages say “Hello Anna Müller”, because “Dear” begins letters. */
function greeting({ variant, visitor: { contact } }: VisitorCall): string {
  if (!contact) return words(variant)('welcome');
  return salutationLine(variant === 'en' ? { ...contact, salutation: null } : contact, variant);
}

/** An area without content: Pforte is the door, what lies behind it comes from the company's own site. */
export function areaView({ portal, variant, workspace }: VisitorCall, area: Area): PageView {
  const say = words(variant);
  return {
    title: areaName(area, languageOf(variant)),
    path: `/${portal.slug}/${area.key}`,
    signedIn: true,
    wide: true,
    main: html`<p class="calm">${areaDescription(area, languageOf(variant))}</p>
<div class="card"><h2>${say('areaOpen')}</h2><p>${say('areaLater', { company: workspace.name })}</p></div>
<p class="after"><a href="/${portal.slug}/">${say('toOverview')}</a></p>`,
  };
}
