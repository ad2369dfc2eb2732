import type { ReactNode } from 'react';
import styles from './tab-links.module.css';

/** Views of one place, each with its own address. The children are links. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {children}
    </nav>
  );
}

export const tabLinkClass: string = styles.tab ?? '';
