import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import type { AccessDiagnosis, GateView } from '../contract.ts';
import styles from './diagnosis.module.css';
import { diagnosisPhrases } from './phrases.ts';
import { RemedyButton } from './remedy-button.tsx';

const marks = {
  passed: { tone: 'good', Icon: IconCheck },
  failed: { tone: 'bad', Icon: IconX },
  warning: { tone: 'warn', Icon: IconAlertTriangle },
  idle: { tone: 'calm', Icon: IconMinus },
} as const satisfies Record<GateView['state'], unknown>;

/** What one has to pass, with ✓ or ✗, and the button that helps there; that of the main cause stands above already. */
export function GateList({ diagnosis: { gates, main, name, accessId } }: { diagnosis: AccessDiagnosis }) {
  const t = usePhrases(diagnosisPhrases);
  return (
    <ol className={styles.gates} aria-label={t('gates')}>
      {gates.map(({ key, label, state, sentence, remedy }) => {
        const { tone, Icon } = marks[state];
        return (
          <li key={key} className={styles.gate} data-tone={tone} data-gate={key}>
            <span className={styles.mark}>
              <Icon size={16} stroke={2.2} aria-hidden />
            </span>
            <div className={styles.words}>
              <p className={styles.label}>
                {label}
                <VisuallyHidden component="span">: {t(state)}</VisuallyHidden>
              </p>
              <p className={styles.sentence}>{sentence}</p>
              {remedy && remedy.action !== main?.remedy?.action && (
                <div className={styles.button}>
                  <RemedyButton remedy={remedy} name={name} accessId={accessId} />
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
