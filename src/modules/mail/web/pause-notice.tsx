import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import { useNow } from '../../../web/ui/time.tsx';
import styles from './mail.module.css';
import type { MailSetting } from './mail-setting.ts';
import { mailPhrases } from './phrases.ts';

/** The alarm while the whole transport rests: since when, why, when it is tried again. */
export function PauseNotice({ setting }: { setting: MailSetting }) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const now = useNow();
  const { pause } = setting;
  if (!pause) return null;
  return (
    <Notice tone="bad" role="alert" title={t('pauseTitle')}>
      <p>{pause.sentence}</p>
      {pause.answer && (
        <p>
          {t('serverSaid')} <code className={styles.answer}>{pause.answer}</code>
        </p>
      )}
      <p>{t('pauseSince', { since: format.dateTime(pause.since), next: format.relative(pause.nextTryAt, now) })}</p>
      <p>{t('pauseSafe')}</p>
    </Notice>
  );
}
