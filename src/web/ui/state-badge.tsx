import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconClockHour4 } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import styles from './state-badge.module.css';

/** How a state is meant; the word says it, icon and colour only help. */
export type Tone = 'good' | 'wait' | 'warn' | 'bad' | 'calm';

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

const icons: Record<Tone, Icon> = {
  good: IconCircleCheck,
  wait: IconClockHour4,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  calm: IconCircleDashed,
};

export function StateBadge({ tone, icon, children }: { tone: Tone; icon?: Icon; children: ReactNode }) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon size={15} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
