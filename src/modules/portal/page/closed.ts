import { html, withAddresses } from '../../../platform/http/html.ts';
import type { Call } from '../../../platform/http/serve.ts';
import type { Portal } from '../portal.ts';
import type { PageView } from './layout.ts';
import { pageWords } from './phrases.ts';

/** The one page of a portal that is switched off. It says nothing about whether anybody has access. */
export function closedView({ portal, workspace, variant }: Pick<Call, 'workspace' | 'variant'> & { portal: Portal }): PageView {
  const say = pageWords(variant);
  return {
    title: say('closed'),
    path: `/${portal.slug}/sign-in`,
    main: html`<p>${say('closedHint')}</p>
<p>${withAddresses(say('closedAsk', { contact: portal.supportContact ?? workspace.name }))}</p>`,
  };
}
