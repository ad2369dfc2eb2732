import { useElementSize } from '@mantine/hooks';
import { Fragment, type ReactNode } from 'react';
import styles from './template.module.css';

/** Shows something as it is at a certain width, made smaller where there is less room, but never so small that nobody can read it. */
export function Reduced({ width, children }: { width: number | undefined; children: ReactNode }) {
  const outer = useElementSize<HTMLDivElement>();
  const inner = useElementSize<HTMLDivElement>();
  const scale = width && outer.width > 0 ? Math.min(outer.width / width, 1) : 1;
  const isReduced = scale < 1 && scale >= smallest;
  return (
    <div ref={outer.ref} className={styles.reduced} style={isReduced ? { height: inner.height * scale } : undefined}>
      <div ref={inner.ref} style={isReduced ? { width, transform: `scale(${scale})`, transformOrigin: 'top left' } : undefined}>
        {/* A frame measures its mail once, when it appears; so it appears when its width is known, and anew when that changes. */}
        {outer.width > 0 && <Fragment key={String(isReduced)}>{children}</Fragment>}
      </div>
    </div>
  );
}

/** Letters of 16 px are then 10 px high. */
const smallest = 0.63;
