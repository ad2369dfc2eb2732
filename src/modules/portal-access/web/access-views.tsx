import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useReadList } from '../../../web/query.ts';
import { TabLinks, tabLinkClass } from '../../../web/ui/tab-links.tsx';
import { accessListContract, accessViewNames } from '../list/contract.ts';
import { accessListPhrases } from '../list/phrases.ts';
import { type AccessSearch, searchOfView, viewOf } from './access-search.ts';

/** The saved views of the list as tabs, each with how many accesses of the chosen portals and roles it has. */
export function AccessViews({ search, ofPortal }: { search: AccessSearch; ofPortal?: string | undefined }) {
  const t = usePhrases(accessListPhrases);
  const format = useFormat();
  const portalId = ofPortal ?? search.portalId;
  const counts = useReadList(accessListContract.countAccessViews, {
    query: { ...(portalId && { portalId }), ...(search.role && { role: search.role }) },
  });
  const current = viewOf(search);
  const countOf = (name: string): string | undefined => {
    const found = counts.data?.items.find((item) => item.name === name);
    if (!found) return undefined;
    return found.isCapped ? t('moreThan', { count: format.number(found.count) }) : format.number(found.count);
  };

  return (
    // With their counts the tabs are wider: the one that is open is brought into sight once more.
    <TabLinks key={counts.data ? 'counted' : 'bare'} label={t('views')}>
      {accessViewNames.map((name) => {
        const count = countOf(name);
        return (
          <Link
            key={name}
            to="."
            search={searchOfView(name, search)}
            replace
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            activeProps={{}}
            aria-current={current === name ? 'page' : undefined}
            className={tabLinkClass}
          >
            {count === undefined ? t(`view-${name}`) : t('viewCount', { view: t(`view-${name}`), count })}
          </Link>
        );
      })}
    </TabLinks>
  );
}
