import { displayAddress } from '../../platform/address.ts';
import { html, withAddresses } from '../../platform/http/html.ts';
import { accountNameForManagers, type FormState, faultSummary, field, type PageView } from '../portal/index.ts';
import type { VisitorCall } from '../sign-in/index.ts';
import { words } from './phrases.ts';

/** „E-Mail-Adresse ändern“: the new address, and the password that says it is oneself. */
export function addressView(call: VisitorCall, typed: string, state: FormState): PageView {
  const { portal, variant, visitor } = call;
  const say = words(variant);
  const path = `/${portal.slug}/profile/address`;
  return {
    title: say('changeAddress'),
    path,
    signedIn: true,
    faulty: state.faults.length > 0 || state.refusal !== undefined,
    main: html`${faultSummary(state, variant, { labels: { email: say('newAddress'), currentPassword: say('currentPassword') } })}<p>${say('changeAddressHint')}</p>
${
  call.actingUser
    ? html`<p class="calm">${say('addressNotWhileActing')}</p>`
    : html`<form class="card" method="post" action="${path}" novalidate>
<dl class="facts"><dt>${say('presentAddress')}</dt><dd>${withAddresses(displayAddress(visitor.access.email))}</dd></dl>
${field({ name: 'email', label: say('newAddress'), type: 'email', value: typed, autocomplete: 'email' }, state, variant)}
${accountNameForManagers(visitor.access.accountName)}
${field({ name: 'currentPassword', label: say('currentPassword'), type: 'password', autocomplete: 'current-password' }, state, variant)}
<button class="whole">${say('sendConfirmation')}</button>
</form>`
}
<p class="after"><a href="/${portal.slug}/profile">${say('backToProfile')}</a></p>`,
  };
}
