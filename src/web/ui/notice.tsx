import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import styles from './notice.module.css';
import type { Tone } from './state-badge.tsx';

const icons = {
  good: IconCircleCheck,
  wait: IconInfoCircle,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  calm: IconInfoCircle,
} as const satisfies Record<Tone, unknown>;

type NoticeProps = {
  tone: Tone;
  title?: string;
  /** How it is announced: at once (`alert`), when it suits (`status`), or not at all. */
  role?: 'alert' | 'status';
  onClose?: () => void;
  children?: ReactNode;
};

/** A statement that stays on the page until it is closed or no longer true. */
export function Notice({ tone, title, role, onClose, children }: NoticeProps) {
  const t = usePhrases(shellPhrases);
  const Icon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon size={20} stroke={1.8} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {onClose && <CloseButton aria-label={t('close')} onClick={onClose} c="inherit" />}
    </div>
  );
}
