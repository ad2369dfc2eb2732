import { useEffect } from 'react';

/** The browser's tab says page and product. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Pforte`;
  }, [title]);
}
