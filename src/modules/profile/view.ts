import { displayAddress } from '../../platform/address.ts';
import { type Html, html, withAddresses } from '../../platform/http/html.ts';
import { formatInstant } from '../../platform/instant.ts';
import {
  accountNameForManagers,
  contactOf,
  type FormState,
  faultSummary,
  field,
  type Notice,
  newPasswordField,
  noticeBox,
  type PageView,
  pageWords,
} from '../portal/index.ts';
import type { Session } from '../session/index.ts';
import type { VisitorCall } from '../sign-in/index.ts';
import { words } from './phrases.ts';

export type ProfileView = { sessions: readonly Session[]; notice?: Notice | undefined; state: FormState };

/** Who I am here, my password, my devices. */
export function profileView(call: VisitorCall, { sessions, notice, state }: ProfileView): PageView {
  const say = words(call.variant);
  return {
    title: say('profile'),
    path: `/${call.portal.slug}/profile`,
    signedIn: true,
    wide: true,
    faulty: state.faults.length > 0 || state.refusal !== undefined,
    main: html`${noticeOf(call, notice)}${faultSummary(state, call.variant, { labels: { currentPassword: say('currentPassword'), newPassword: pageWords(call.variant)('newPassword') } })}${person(call)}${call.actingUser ? notHere(call) : html`${password(call, state)}${devices(call, sessions)}`}`,
  };
}

const notices = {
  'password-changed': 'passwordChanged',
  'device-signed-out': 'deviceSignedOut',
  'others-signed-out': 'othersSignedOut',
  'address-cancelled': 'addressCancelled',
  'address-not-awaited': 'addressNotAwaited',
} as const;

function noticeOf({ variant }: VisitorCall, notice: Notice | undefined): Html | undefined {
  if (notice?.name === 'address-asked') return noticeBox(words(variant)('addressAsked', { address: displayAddress(notice.address ?? '') }));
  const key = Object.entries(notices).find(([name]) => name === notice?.name)?.[1];
  return key && noticeBox(words(variant)(key));
}

function person(call: VisitorCall): Html {
  const { variant, portal, workspace, visitor } = call;
  const { access, contact } = visitor;
  const say = words(variant);
  const fact = (label: string, value: string | undefined) => value && html`<dt>${label}</dt><dd>${withAddresses(value)}</dd>`;
  return html`<section class="card"><h2>${say('person')}</h2>
<dl class="facts">${contact && fact(say('name'), [contact.title, contact.firstName, contact.lastName].filter(Boolean).join(' '))}${fact(say('company'), contact?.company)}${fact(say('accountName'), access.accountName)}${fact(say('address'), displayAddress(access.email))}</dl>
${!call.actingUser && addressChange(call)}<p class="hint">${withAddresses(say('changeAsk', { contact: contactOf({ portal, workspace }) }))}</p></section>`;
}

/** The way to another address, or the one that waits, with a way to stop it. */
function addressChange({ variant, portal, now, visitor: { access } }: VisitorCall): Html {
  const say = words(variant);
  const until = access.newEmailUntil;
  if (!access.newEmail || !until || until <= now)
    return html`<p><a href="/${portal.slug}/profile/address">${say('changeAddress')}</a></p>\n`;
  const values = { address: displayAddress(access.newEmail), until: formatInstant(until, portal.timeZone, variant) };
  return html`<form method="post" action="/${portal.slug}/profile/address/cancel"><p>${withAddresses(say('addressAwaits', values))}</p><button class="second">${say('cancelAddress')}</button></form>\n`;
}

/** A user who acts as the person sees neither their devices nor a way to their password (rule 26). */
const notHere = ({ variant }: VisitorCall): Html => html`<p class="calm">${words(variant)('notWhileActing')}</p>`;

function password({ variant, portal, workspace, visitor: { access } }: VisitorCall, state: FormState): Html {
  const say = words(variant);
  return html`<section class="card" id="password"><h2>${say('changePassword')}</h2>
<p class="calm">${say('changePasswordHint')}</p>
<form class="short" method="post" action="/${portal.slug}/profile/password" novalidate>
${accountNameForManagers(access.accountName)}
${field({ name: 'currentPassword', label: say('currentPassword'), type: 'password', autocomplete: 'current-password' }, state, variant)}
${newPasswordField('newPassword', workspace.passwordMinimumLength, state, variant)}
<button>${say('changePassword')}</button>
</form></section>`;
}

function devices(call: VisitorCall, sessions: readonly Session[]): Html {
  const { variant, portal, sessionId } = call;
  const say = words(variant);
  const own = sessions.filter(({ id }) => id === sessionId);
  const others = sessions.filter(({ id }) => id !== sessionId);
  return html`<section class="card" id="devices"><h2>${say('devices')}</h2>
${others.length > 0 && html`<p class="calm">${say('devicesHint')}</p>`}
<ul class="devices">${[...own, ...others].map((session) => device(call, session))}</ul>
${others.length > 1 && html`<form method="post" action="/${portal.slug}/profile/other-devices"><button class="second">${say('signOutOthers')}</button></form>`}</section>`;
}

function device({ variant, portal, sessionId }: VisitorCall, { id, device, network, createdAt, lastUsedAt }: Session): Html {
  const say = words(variant);
  const at = (instant: Date) => formatInstant(instant, portal.timeZone, variant);
  const isThis = id === sessionId;
  return html`<li><div><strong>${device}</strong>${isThis && html`<p>${say('thisDevice')}</p>`}
<p class="hint">${isThis ? say('signedInAt', { at: at(createdAt) }) : say('lastUsed', { at: at(lastUsedAt) })}</p><p class="hint">${say('from', { network })}</p></div>
${!isThis && html`<form method="post" action="/${portal.slug}/profile/device"><input type="hidden" name="sessionId" value="${id}"><button class="second" aria-label="${say('signOutNamed', { device })}">${say('signOutDevice')}</button></form>`}</li>`;
}
