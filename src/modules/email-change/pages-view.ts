import { displayAddress } from '../../platform/address.ts';
import { html, withAddresses } from '../../platform/http/html.ts';
import { formatInstant } from '../../platform/instant.ts';
import type { Refusal } from '../../platform/refusal.ts';
import {
  accountNameForManagers,
  contactOf,
  type FormState,
  faultSummary,
  field,
  type Notice,
  type PageView,
  type PortalCall,
} from '../portal/index.ts';
import { type SeenChange, signsInWithAddress } from './confirm-address.ts';
import { words } from './phrases.ts';

type OpenChange = Extract<SeenChange, { link: unknown }>;

/** The page behind a link that works: which address shall count, for which account, and the password that proves a person. */
export function confirmView(call: PortalCall, path: string, { link, account }: OpenChange, state: FormState): PageView {
  const { variant, portal } = call;
  const say = words(variant);
  const offersName = signsInWithAddress(account);
  return {
    title: say('confirmTitle'),
    path,
    faulty: state.faults.length > 0 || state.refusal !== undefined,
    main: html`${faultSummary(state, variant, { labels: { password: say('password') } })}<p>${say('confirmIntro')}</p>
<form class="card" method="post" action="${path}/address" novalidate>
<dl class="facts"><dt>${say('newAddress')}</dt><dd>${withAddresses(displayAddress(account.newEmail ?? ''))}</dd><dt>${say('account')}</dt><dd>${withAddresses(account.accountName)}</dd></dl>
${accountNameForManagers(account.accountName)}
${field({ name: 'password', label: say('password'), type: 'password', autocomplete: 'current-password' }, state, variant)}
${offersName && html`<div class="tick"><input type="checkbox" id="takesName" name="takesName" value="yes" checked aria-describedby="takesName-hint"><label for="takesName">${say('takesName')}</label><div class="hint" id="takesName-hint">${say('takesNameHint')}</div></div>`}
<button class="whole">${say('confirm')}</button>
</form>
<p class="calm">${say('worksUntil', { until: formatInstant(link.expiresAt, portal.timeZone, variant) })}</p>`,
  };
}

/** The page behind a link that confirms nothing any more: why, and the way on (B014). */
export function faultyChangeView(call: PortalCall, path: string, fault: Refusal): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  const onward =
    fault.code === 'email-change.no-password'
      ? html`<a class="button second" href="/${portal.slug}/forgot-password">${say('setPassword')}</a>`
      : fault.code !== 'email-change.used' && html`<a class="button second" href="/${portal.slug}/profile">${say('toProfile')}</a>`;
  return {
    title: say('over'),
    path,
    main: html`<p>${fault.sentence(variant)}</p>
<p class="ways"><a class="button" href="/${portal.slug}/sign-in">${say('toSignIn')}</a> ${onward}</p>
<p class="calm">${withAddresses(contactOf(call))}</p>`,
  };
}

/** The address counts now. Says it once, without the notice only that it does. */
export function confirmedView({ portal, variant }: PortalCall, notice: Notice | undefined): PageView {
  const say = words(variant);
  const told = notice?.name === 'address-confirmed' ? notice : undefined;
  return {
    title: say('doneTitle'),
    path: `/${portal.slug}/address-confirmed`,
    main: html`${told?.address && html`<p>${withAddresses(say('done', { address: displayAddress(told.address) }))}</p>`}${told?.accountName && html`<p>${withAddresses(say('doneName', { accountName: told.accountName }))}</p>`}
<p><a class="button" href="/${portal.slug}/sign-in">${say('toSignIn')}</a></p>`,
  };
}
