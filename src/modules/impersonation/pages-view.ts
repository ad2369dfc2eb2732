import { html, withAddresses } from '../../platform/http/html.ts';
import { formatInstant } from '../../platform/instant.ts';
import { type PageView, type PortalCall, pathPart } from '../portal/index.ts';
import { words } from './pages-phrases.ts';
import type { Startable } from './start-impersonation.ts';

/** Whom one is about to act as, and why; reading it begins nothing. */
export function startView(call: PortalCall, { impersonation, access, personName }: Startable): PageView {
  const { portal, variant } = call;
  const say = words(variant);
  return {
    title: say('title', { person: personName }),
    main: html`<form class="card" method="post" action="/${portal.slug}/acting/link/${pathPart(call, 'secret')}">
<dl class="facts"><dt>${say('person')}</dt><dd>${personName}</dd>
<dt>${say('accountName')}</dt><dd>${withAddresses(access.accountName)}</dd>
<dt>${say('reason')}</dt><dd>${impersonation.reason}</dd>
<dt>${say('until')}</dt><dd>${formatInstant(impersonation.endsAt, portal.timeZone, variant)}</dd></dl>
<p class="calm">${say('hint')}${portal.tellOfImpersonation && ` ${say('told')}`}</p>
<button class="whole">${say('begin', { person: personName })}</button>
</form>`,
  };
}
