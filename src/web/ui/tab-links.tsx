import { type ReactNode, useEffect, useRef } from 'react';
import styles from './tab-links.module.css';

/** Views of one place, each with its own address. The children are links; on a narrow screen the one that is open is scrolled into sight. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  return (
    <nav aria-label={label} className={styles.tabs} ref={tabs}>
      {children}
    </nav>
  );
}

export const tabLinkClass: string = styles.tab ?? '';
