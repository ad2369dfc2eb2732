import { type Html, html, withAddresses } from '../../platform/http/html.ts';
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
import { words } from './pages-phrases.ts';
import { hasNewerMail, type SeenLink } from './set-password.ts';

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
    main: html`${faultSummary(state, variant, { labels: { password: pageWords(variant)('newPassword') } })}
<form class="card" method="post" action="${path}" novalidate>
<dl class="facts"><dt>${say('forAccount')}</dt><dd>${withAddresses(account.accountName)}</dd></dl>
${accountNameForManagers(account.accountName)}
${newPasswordField('password', workspace.passwordMinimumLength, state, variant)}
<button class="whole">${say('setPassword')}</button>
</form>
<p class="calm">${say('worksUntil', { until: formatInstant(link.expiresAt, timeZoneOf(call), variant) })}</p>`,
  };
}

/** The page behind a link that does not work: why, and the way on, which is never a dead end (B014). */
export function faultyLinkView(call: PageCall, path: string, seen: SeenLink, fault: Refusal, refused?: Refusal): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  const name = seen.state === 'open' || (seen.state === 'superseded' && !hasNewerMail(seen)) ? 'overtaken' : seen.state;
  return {
    title: say(name),
    path,
    faulty: refused !== undefined,
    main: html`${refused && alertBox(refused.sentence(variant), refused.kind === 'unavailable' ? html`<p>${withAddresses(contactOf(call))}</p>` : undefined)}<p>${fault.sentence(variant)}</p>${portal ? waysOn({ ...call, portal }, path, seen) : staffWaysOn(call)}`,
  };
}

function waysOn(call: PortalCall, path: string, seen: SeenLink): Html {
  const { portal, variant } = call;
  const say = words(variant);
  const forgotten = `/${portal.slug}/forgot-password`;
  const signIn = `/${portal.slug}/sign-in`;
  if (seen.state === 'unknown')
    return html`<p class="ways"><a class="button" href="${forgotten}">${say('requestNewLink')}</a> <a class="button second" href="${signIn}">${say('toSignIn')}</a></p>`;
  if (hasNewerMail(seen)) return besideNewerMail(call, path);
  const isSet = seen.state === 'used' || seen.newest?.state === 'used';
  const toSignIn = html`<a class="button${!isSet && ' second'}" href="${signIn}">${say('toSignIn')}</a>`;
  return html`<form method="post" action="${path}/renew">
<div class="ways">${isSet && toSignIn}<button${isSet && html` class="second"`}>${say('requestNewLink')}</button>${!isSet && toSignIn}</div>
<p class="hint">${say('newLinkGoesToStored')}</p></form>
<p class="after"><a href="${forgotten}">${say('forgotten')}</a></p>`;
}

/** The newer mail is the way on; asking for yet another link ends the one in it, so that is the second choice and says so. */
function besideNewerMail({ portal, variant }: PortalCall, path: string): Html {
  const say = words(variant);
  return html`<form class="card" method="post" action="${path}/renew"><h2>${say('newerNotThere')}</h2><p>${say('newerSpam')} ${say('newerDies')}</p>
<div class="ways"><button class="second">${say('requestNewLink')}</button><a class="button second" href="/${portal.slug}/sign-in">${say('toSignIn')}</a></div></form>`;
}

/** Staff get such links from somebody with a terminal on the server, and so the next one. A dead link names nobody. */
function staffWaysOn({ variant }: PageCall): Html {
  const say = words(variant);
  return html`<p><a class="button" href="/console/sign-in">${say('toSignIn')}</a></p><p class="calm">${withAddresses(say('onTheServer', { command: 'pforte admin reset NAME@EXAMPLE.COM' }))}</p>`;
}

/** A new link is on its way; without the address where it was not told (the notice was read before). */
export function linkSentView(call: PortalCall, address: string | undefined): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  return {
    title: say('lookIntoMailbox'),
    path: `/${portal.slug}/link/sent`,
    main: html`<p>${address ? withAddresses(say('onItsWayTo', { address })) : say('perhapsOnItsWay')}</p>
${whenNoneComes(call)}
<p><a class="button second" href="/${portal.slug}/sign-in">${say('toSignIn')}</a></p>`,
  };
}
