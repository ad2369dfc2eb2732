import { usePhrases } from '../../../web/language.ts';
import type { CauseView } from '../contract.ts';
import styles from './diagnosis.module.css';
import { diagnosisPhrases } from './phrases.ts';
import { RemedyButton } from './remedy-button.tsx';

type MainCauseProps = {
  cause: CauseView;
  name: string;
  accessId: string | null;
  /** `bad`: it keeps the person out. */
  tone: 'bad' | 'warn' | 'calm';
  /** Among several, no button stands out. */
  isMain?: boolean;
};

/** The sentence for the telephone and the one button that helps; the words of a server below, for staff. */
export function MainCause({ cause, name, accessId, tone, isMain = true }: MainCauseProps) {
  const t = usePhrases(diagnosisPhrases);
  return (
    <div className={styles.main} data-tone={tone}>
      <p className={styles.aloud}>{cause.sentence}</p>
      {cause.detail && (
        <p className={styles.detail}>
          {t('serverSaid')} {cause.detail}
        </p>
      )}
      {cause.remedy && <RemedyButton remedy={cause.remedy} name={name} accessId={accessId} isMain={isMain} />}
    </div>
  );
}
