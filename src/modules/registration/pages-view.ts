import { type Html, html, withAddresses } from '../../platform/http/html.ts';
import { languageOf, say as sayPhrase } from '../../platform/phrases.ts';
import type { FieldRefusal } from '../../platform/refusal.ts';
import {
  type Consent,
  contactOf,
  type FormState,
  faultSummary,
  field,
  type PageView,
  type PortalCall,
  pageWords,
} from '../portal/index.ts';
import { words } from './phrases.ts';
import type { Challenge } from './proof.ts';
import { askedFor } from './registration.ts';

export type RegisterView = {
  consents: readonly Consent[];
  challenge: Challenge;
  typed: Readonly<Record<string, string>>;
  state: FormState;
};

/** The field that a person never sees; whoever fills it is a robot. */
export const trapName = 'homepage';

/** The form: complete without the script but for the check against robots, which then takes its slower way. */
export function registerView(call: PortalCall, { consents, challenge, typed, state }: RegisterView): PageView {
  const { portal, variant, workspace } = call;
  const say = words(variant);
  const path = `/${portal.slug}/register`;
  const asked = askedFor(portal);
  const company = workspace.name;
  const emailHint = say(portal.identifiers.includes('email') ? 'emailMatchHint' : 'emailHint', { company });
  const passwordHint = pageWords(variant)('passwordRule', { minimum: workspace.passwordMinimumLength });
  return {
    title: say('register'),
    path,
    faulty: state.faults.length > 0 || state.refusal !== undefined,
    main: html`<p>${say('intro')}</p>${faultSummary(state, variant, { labels: labelsOf(call, consents) })}
<form class="card" method="post" action="${path}" novalidate>
${salutationField(call, typed.salutation)}
${field({ name: 'firstName', label: say('firstName'), value: typed.firstName ?? '', autocomplete: 'given-name' }, state, variant)}
${field({ name: 'lastName', label: say('lastName'), value: typed.lastName ?? '', autocomplete: 'family-name' }, state, variant)}
${asked.companyName && field({ name: 'companyName', label: say('companyName'), value: typed.companyName ?? '', autocomplete: 'organization', optional: true }, state, variant)}
${asked.customerNumber && field({ name: 'customerNumber', label: say('customerNumber'), value: typed.customerNumber ?? '', autocomplete: 'off', hint: say('customerNumberHint', { company }) }, state, variant)}
${asked.postalCode && field({ name: 'postalCode', label: say('postalCode'), value: typed.postalCode ?? '', autocomplete: 'postal-code', hint: say('postalCodeHint', { company }) }, state, variant)}
${field({ name: 'email', label: say('email'), type: 'email', value: typed.email ?? '', autocomplete: 'username', hint: emailHint }, state, variant)}
${field({ name: 'password', label: say('password'), type: 'password', autocomplete: 'new-password', hint: passwordHint, minimumLength: workspace.passwordMinimumLength }, state, variant)}
${consents.map((consent) => consentField(call, consent, typed, state))}
<input class="unseen" type="text" name="${trapName}" value="" tabindex="-1" autocomplete="off" aria-hidden="true">
<input type="hidden" name="proof" value="" data-proof="${JSON.stringify(challenge)}" data-wait="${say('checking')}">
<button class="whole">${say('register')}</button>
</form>
<p class="after">${say('haveAccess')} <a href="/${portal.slug}/sign-in">${say('toSignIn')}</a></p>`,
  };
}

function labelsOf({ variant }: PortalCall, consents: readonly Consent[]): Record<string, string> {
  const say = words(variant);
  const own = ['firstName', 'lastName', 'email', 'password', 'customerNumber', 'postalCode', 'companyName'] as const;
  const named = own.map((name) => [name, say(name)]);
  return Object.fromEntries([...named, ...consents.map(({ key }) => [`consent-${key}`, say('consents')])]);
}

function salutationField({ variant }: PortalCall, chosen = ''): Html {
  const say = words(variant);
  const options = [
    ['', say('noSalutation')],
    ['frau', say('frau')],
    ['herr', say('herr')],
  ].map(([value, label]) => html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`);
  return html`<div class="field"><label for="salutation">${say('salutation')}</label>
<div class="entry"><select id="salutation" name="salutation" autocomplete="honorific-prefix">${options}</select></div></div>`;
}

/** What is sent is the version that was read, so that nobody agrees to a wording that came after. */
function consentField({ variant }: PortalCall, consent: Consent, typed: Readonly<Record<string, string>>, { faults }: FormState): Html {
  const say = words(variant);
  const name = `consent-${consent.key}`;
  const version = String(consent.version);
  const text = languageOf(variant) === 'en' ? consent.textEn : consent.textDe;
  const fault = faults.find(({ pointer }) => pointer === `/${name}`);
  return html`<div class="tick${fault && ' faulty'}"><input type="checkbox" id="${name}" name="${name}" value="${version}"${consent.required && html` required`}${typed[name] === version && html` checked`}${fault && html` aria-invalid="true" aria-describedby="${name}-fault"`}><label for="${name}">${text}${!consent.required && html` ${say('optional')}`}</label>
${consent.url && html`<div class="hint"><a href="${consent.url}" target="_blank" rel="noopener">${say('readConsent')}<span class="unseen"> (${text})</span></a></div>`}
${fault && html`<p class="fault" id="${name}-fault">${sentenceOf(fault, variant)}</p>`}</div>`;
}

const sentenceOf = ({ phrase, values }: FieldRefusal, variant: PortalCall['variant']): string => sayPhrase(phrase, variant, values);

/** The same page for everybody, whatever became of the form (rule 9). */
export function sentView(call: PortalCall, address: string | undefined): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  return {
    title: say('lookIntoMailbox'),
    path: `/${portal.slug}/register/sent`,
    main: html`<p>${address ? withAddresses(say('sentTo', { address })) : say('sent')}</p>
<section class="card"><h2>${say('noneComes')}</h2><ul><li>${say('noneSpam')}</li><li>${say('noneAddress')}</li><li>${withAddresses(say('noneAsk', { contact: contactOf(call) }))}</li></ul></section>
<p class="ways"><a class="button second" href="/${portal.slug}/register">${say('again')}</a> <a class="button second" href="/${portal.slug}/sign-in">${say('toSignIn')}</a></p>`,
  };
}
