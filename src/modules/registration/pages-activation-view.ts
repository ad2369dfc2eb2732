import { type Html, html, withAddresses } from '../../platform/http/html.ts';
import { formatInstant } from '../../platform/instant.ts';
import type { Refusal } from '../../platform/refusal.ts';
import {
  accountNameForManagers,
  alertBox,
  contactOf,
  type FormState,
  faultSummary,
  field,
  newPasswordField,
  type PageView,
  type Portal,
  type PortalCall,
  pageWords,
} from '../portal/index.ts';
import type { SeenActivation } from './find-activation.ts';
import { words } from './phrases.ts';
import { refuse } from './refusals.ts';

/** The portal that an account with a password opens already. */
export type Elsewhere = Pick<Portal, 'name' | 'slug'>;

const isFaulty = ({ faults, refusal }: FormState): boolean => faults.length > 0 || refusal !== undefined;

/** The page behind an activation link that works: the password that was chosen, or the one that the account has already. */
export function confirmView(
  call: PortalCall,
  path: string,
  { link, account }: SeenActivation,
  { elsewhere, state }: { elsewhere: Elsewhere | undefined; state: FormState },
): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  const hint = elsewhere ? say('existingHint', { portal: elsewhere.name }) : say('chosenHint');
  const forgotten = elsewhere
    ? html`<a href="/${elsewhere.slug}/forgot-password">${say('forgottenElsewhere', { portal: elsewhere.name })}</a>`
    : !account.hasPassword && html`<a href="${path}/new-password">${say('forgottenSetNew')}</a>`;
  return {
    title: say('confirm'),
    path,
    faulty: isFaulty(state),
    main: html`${faultSummary(state, variant, { labels: { password: say('password') } })}
<form class="card" method="post" action="${path}/activate" novalidate>
<dl class="facts"><dt>${say('accountName')}</dt><dd>${withAddresses(account.accountName)}</dd></dl>
${accountNameForManagers(account.accountName)}
${field({ name: 'password', label: say('password'), type: 'password', autocomplete: 'current-password', hint }, state, variant)}
<button class="whole">${say('confirm')}</button>
</form>
${forgotten && html`<p class="after">${forgotten}</p>`}
<p class="calm">${say('worksUntil', { until: formatInstant(link.expiresAt, portal.timeZone, variant) })}</p>`,
  };
}

/** Whoever has forgotten the password that they chose sets a new one: the link has shown that the mailbox is theirs. */
export function newPasswordView(
  call: PortalCall,
  path: string,
  { link, account, registration }: SeenActivation,
  state: FormState,
): PageView {
  const { portal, variant, workspace } = call;
  const say = words(variant);
  return {
    title: say('setNew'),
    path: `${path}/new-password`,
    faulty: isFaulty(state),
    main: html`<p>${say('setNewIntro')}</p>${faultSummary(state, variant, { labels: { newPassword: pageWords(variant)('newPassword') } })}
<form class="card" method="post" action="${path}/new-password" novalidate>
<dl class="facts"><dt>${say('accountName')}</dt><dd>${withAddresses(account.accountName)}</dd></dl>
${accountNameForManagers(account.accountName)}
${newPasswordField('newPassword', workspace.passwordMinimumLength, state, variant)}
<button class="whole">${say('confirm')}</button>
</form>
${registration?.passwordHash && html`<p class="after"><a href="${path}">${say('back')}</a></p>`}
<p class="calm">${say('worksUntil', { until: formatInstant(link.expiresAt, portal.timeZone, variant) })}</p>`,
  };
}

/** Why a link does not work, in a sentence; `undefined` while it does. */
export function activationFault(
  { state, link, registration, newerAt }: SeenActivation,
  { portal, variant }: PortalCall,
): Refusal | undefined {
  const tell = (instant: Date) => formatInstant(instant, portal.timeZone, variant);
  switch (state) {
    case 'open':
      return undefined;
    case 'used':
      return refuse(registration?.refusedAt ? 'no-match' : 'used');
    case 'expired':
      return refuse('expired', { values: { until: tell(link.expiresAt) } });
    case 'superseded':
      return newerAt ? refuse('superseded', { values: { sentAt: tell(newerAt) } }) : refuse('replaced');
    case 'overtaken':
      return refuse('overtaken');
  }
}

/** The page behind a link that does not work: why, and the way on, which is never a dead end (B014). */
export function faultyView(call: PortalCall, path: string, seen: SeenActivation, fault: Refusal, refused?: Refusal): PageView {
  const { portal, variant } = call;
  if (seen.state === 'used' && seen.registration?.refusedAt) return noMatchView(call, path, fault);
  const say = words(variant);
  const signIn = `/${portal.slug}/sign-in`;
  const toSignIn = html`<a class="button${seen.state !== 'used' && ' second'}" href="${signIn}">${say('toSignIn')}</a>`;
  const renew = html`<form method="post" action="${path}/new-activation"><div class="ways"><button${seen.newerAt && html` class="second"`}>${say('newLink')}</button>${toSignIn}</div>
<p class="hint">${say('newLinkGoesToStored')}</p></form>`;
  return {
    title: say(seen.state === 'open' ? 'overtaken' : seen.state),
    path,
    faulty: refused !== undefined,
    main: html`${refused && alertBox(refused.sentence(variant))}<p>${fault.sentence(variant)}</p>
${seen.state === 'used' ? html`<p class="ways">${toSignIn}</p>` : renew}
<p class="after"><a href="/${portal.slug}/forgot-password">${say('forgotPassword')}</a></p>`,
  };
}

/** Nobody was recognised, and this portal opens itself to nobody else: says so plainly, and whom to ask. */
function noMatchView(call: PortalCall, path: string, fault: Refusal): PageView {
  const { portal, variant, workspace } = call;
  const say = words(variant);
  const again: Html | false =
    portal.selfRegistration !== 'off' &&
    html`<p>${say('noMatchAgain')}</p><p class="ways"><a class="button second" href="/${portal.slug}/register">${say('again')}</a></p>`;
  return {
    title: say('noMatch'),
    path,
    main: html`<div class="card"><p><strong>${fault.sentence(variant)}</strong></p>
<p>${say('noMatchHint', { company: workspace.name })}</p>
<p>${withAddresses(say('ask', { contact: contactOf(call) }))}</p></div>
${again}`,
  };
}
