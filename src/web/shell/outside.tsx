import type { ReactNode } from 'react';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import styles from './shell.module.css';

/** The frame of the pages before anybody is signed in. */
export function Outside({ width = 440, children }: { width?: number; children: ReactNode }) {
  return (
    <div className={styles.outside}>
      <header className={styles.outsideTop}>
        <span className={styles.brand}>
          <img src="/console/icon.svg" alt="" width={30} height={30} />
          <span>Pforte</span>
        </span>
        <LanguageSwitch />
      </header>
      <main className={styles.outsideMain} style={{ maxWidth: width }}>
        {children}
      </main>
    </div>
  );
}
