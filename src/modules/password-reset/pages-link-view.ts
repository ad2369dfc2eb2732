import { type Html, html } from '../../platform/http/html.ts';
import { formatInstant } from '../../platform/instant.ts';
import type { Refusal } from '../../platform/refusal.ts';
import {
  accountNameForManagers,
  alertBox,
  contactOf,
  type FormState,
  faultSummary,
  newPasswordField,
  type PageCall,
  type PageView,
  type PortalCall,
  pageWords,
} from '../portal/index.ts';
import { whenNoneComes } from './pages-forgotten.ts';
import { maskAddress } from './pages-mask.ts';
import { words } from './pages-phrases.ts';
import type { SeenLink } from './set-password.ts';

type OpenLink = Extract<SeenLink, { link: unknown }>;

/** The times on a page are those of its portal, or of the workspace where there is none. */
export const timeZoneOf = ({ portal, workspace }: Pick<PageCall, 'portal' | 'workspace'>): string => portal?.timeZone ?? workspace.timeZone;

/** The page behind a link that works: whose password it will be, the rules, until when. */
export function openLinkView(call: PageCall, path: string, { link, account }: OpenLink, state: FormState): PageView {
  const { variant, workspace } = call;
  const say = words(variant);
  return {
    title: say('setPassword'),
    path,
    faulty: state.faults.length > 0 || state.refusal !== undefined,
    main: html`${faultSummary(state, variant, { labels: { password: pageWords(variant)('newPassword') } })}<p>${say('worksUntil', { until: formatInstant(link.expiresAt, timeZoneOf(call), variant) })}</p>
<form class="card" method="post" action="${path}" novalidate>
<dl class="facts"><dt>${say('forAccount')}</dt><dd>${account.accountName}</dd></dl>
${accountNameForManagers(account.accountName)}
${newPasswordField('password', workspace.passwordMinimumLength, state, variant)}
<button class="whole">${say('setPassword')}</button>
</form>`,
  };
}

/** The page behind a link that does not work: why, and the way on, which is never a dead end (B014). */
export function faultyLinkView(call: PageCall, path: string, seen: SeenLink, fault: Refusal, refused?: Refusal): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  const name = seen.state === 'open' ? 'overtaken' : seen.state;
  return {
    title: say(name),
    path,
    faulty: refused !== undefined,
    main: html`${refused && alertBox(refused.sentence(variant), refused.kind === 'unavailable' ? html`<p>${contactOf(call)}</p>` : undefined)}<p>${fault.sentence(variant)}</p>${portal ? waysOn({ ...call, portal }, path, seen) : staffWaysOn(call, seen)}`,
  };
}

function waysOn(call: PortalCall, path: string, seen: SeenLink): Html {
  const { portal, variant } = call;
  const say = words(variant);
  const forgotten = `/${portal.slug}/forgot-password`;
  const signIn = `/${portal.slug}/sign-in`;
  if (seen.state === 'unknown')
    return html`<p class="ways"><a class="button" href="${forgotten}">${say('requestNewLink')}</a> <a class="button second" href="${signIn}">${say('toSignIn')}</a></p>`;
  const used = seen.state === 'used';
  return html`<form method="post" action="${path}/renew"><p>${say('newLinkGoesTo', { address: maskAddress(seen.account.email) })}</p>
<div class="ways">${used && html`<a class="button" href="${signIn}">${say('toSignIn')}</a>`}<button${used && html` class="second"`}>${say('requestNewLink')}</button>${!used && html`<a class="button second" href="${signIn}">${say('toSignIn')}</a>`}</div></form>
<p class="after"><a href="${forgotten}">${say('forgotten')}</a></p>`;
}

/** Staff get such links from somebody with a terminal on the server, and so the next one. */
function staffWaysOn({ variant }: PageCall, seen: SeenLink): Html {
  const say = words(variant);
  const name = seen.state === 'unknown' ? 'NAME@EXAMPLE.COM' : seen.account.accountName;
  return html`<p><a class="button" href="/console/sign-in">${say('toSignIn')}</a></p><p class="calm">${say('onTheServer', { command: `pforte admin reset ${name}` })}</p>`;
}

/** A new link is on its way; without the address where it was not told (the notice was read before). */
export function linkSentView(call: PortalCall, address: string | undefined): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  return {
    title: say('lookIntoMailbox'),
    path: `/${portal.slug}/link/sent`,
    main: html`<p>${address ? say('onItsWayTo', { address }) : say('perhapsOnItsWay')}</p>
${whenNoneComes(call)}
<p><a class="button second" href="/${portal.slug}/sign-in">${say('toSignIn')}</a></p>`,
  };
}
