import { IconCheck } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import { setupPhrases } from './phrases.ts';
import styles from './setup.module.css';
import { type SetupStep, setupSteps, stepPhrases } from './setup-draft.ts';

/** Where one is in the wizard. */
export function StepList({ current }: { current: SetupStep }) {
  const t = usePhrases(setupPhrases);
  const index = setupSteps.indexOf(current);
  return (
    <ol className={styles.steps} aria-label={t('steps')}>
      {setupSteps.map((step, place) => (
        <li
          key={step}
          data-state={place < index ? 'done' : place === index ? 'current' : 'open'}
          aria-current={place === index ? 'step' : undefined}
        >
          <span className={styles.number}>{place < index ? <IconCheck size={15} stroke={2.5} aria-hidden /> : place + 1}</span>
          <span>{t(stepPhrases[step])}</span>
        </li>
      ))}
    </ol>
  );
}
