import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { TabLinks, tabLinkClass } from '../../../web/ui/tab-links.tsx';
import type { QueueView } from '../contract.ts';
import { mailPhrases } from './phrases.ts';
import { type QueueSearch, statesOfView, viewOfStates } from './queue-search.ts';

/** The saved views of the queue, each with how many mails it has. */
export function QueueViews({ queue, search }: { queue: QueueView; search: QueueSearch }) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const current = viewOfStates(search.state);
  return (
    <TabLinks label={t('queueViews')}>
      {queue.views.map(({ name, total, totalIsEstimate }) => (
        <Link
          key={name}
          to="/settings/mail/queue"
          search={{ ...search, cursor: undefined, state: statesOfView(name) }}
          replace
          activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
          activeProps={{}}
          aria-current={current === name ? 'page' : undefined}
          className={tabLinkClass}
        >
          {t('viewCount', { view: t(`view-${name}`), count: format.total(total, totalIsEstimate) })}
        </Link>
      ))}
    </TabLinks>
  );
}
