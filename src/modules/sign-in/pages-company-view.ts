import { html } from '../../platform/http/html.ts';
import type { CompanyChoice, PageView } from '../portal/index.ts';
import { words } from './pages-phrases.ts';
import type { VisitorCall } from './pages-visitor.ts';

/** Asks whether to go on in the name of another company. */
export function companyView({ portal, variant, companies = [] }: VisitorCall, wished: CompanyChoice, next: string | undefined): PageView {
  const say = words(variant);
  const present = companies.find(({ inView }) => inView)?.label ?? '';
  return {
    title: say('switchTo', { company: wished.label }),
    path: `/${portal.slug}/company/${wished.contactId}`,
    ...(next && { query: { next } }),
    signedIn: true,
    main: html`<form class="card" method="post" action="/${portal.slug}/company">
<p>${say('switchHint', { company: wished.label, present })}</p>
<input type="hidden" name="contactId" value="${wished.contactId}">
${next && html`<input type="hidden" name="next" value="${next}">`}
<button class="whole">${say('switchNow')}</button>
</form>
<p class="after"><a href="/${portal.slug}/">${say('stayWith', { present })}</a></p>`,
  };
}
