import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { mailContract } from '../contract.ts';
import type { MailSetting } from './mail-setting.ts';
import { settingPhrases } from './setting-phrases.ts';

/** B025: wherever a mail would be triggered it is said that none leaves, with a link to where that is mended. Silent while mail leaves. */
export function SendingNotice() {
  const { data } = useRead(mailContract.getMailSettings);
  return data ? <SendingState setting={data} /> : null;
}

/** The same for a page that knows the settings already. */
export function SendingState({ setting: { sending } }: { setting: MailSetting }) {
  const t = usePhrases(settingPhrases);
  if (sending.state === 'ready') return null;
  const isTest = sending.state === 'test-mailbox';
  return (
    <Notice tone={isTest ? 'wait' : 'warn'} title={sending.sentence}>
      {isTest && <p>{t('nothingLeaves')}</p>}
      <LinkText to="/settings/mail">{t('toSettings')}</LinkText>
    </Notice>
  );
}
