import { html, withAddresses } from '../../platform/http/html.ts';
import { formatInstant } from '../../platform/instant.ts';
import { contactOf, type PageView } from '../portal/index.ts';
import { words } from './pages-phrases.ts';
import type { VisitorCall } from './pages-visitor.ts';

/** What somebody sees whose assignment waits: what is awaited, who sees to it, since when, whom to ask. Nothing of any company (B122). */
export function waitingView(call: VisitorCall): PageView {
  const { portal, variant, workspace, visitor } = call;
  const say = words(variant);
  const { registeredAt, accountName } = visitor.access;
  return {
    title: say('waiting'),
    path: `/${portal.slug}/waiting`,
    signedIn: true,
    main: html`<div class="card"><p>${say('waitingFor', { company: workspace.name })}</p>
<dl class="facts"><dt>${say('waitingWho')}</dt><dd>${workspace.name}</dd>
${registeredAt && html`<dt>${say('registeredAt')}</dt><dd>${formatInstant(registeredAt, portal.timeZone, variant)}</dd>`}
<dt>${say('accountName')}</dt><dd>${withAddresses(accountName)}</dd></dl>
<p>${withAddresses(say('waitingAsk', { contact: contactOf(call) }))}</p></div>
<p class="after"><a href="/${portal.slug}/">${say('waitingAgain')}</a></p>`,
  };
}
