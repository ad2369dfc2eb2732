import { useQuery } from '@tanstack/react-query';
import { usePhrases } from '../../../web/language.ts';
import { reading } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { mailContract } from '../contract.ts';
import type { MailSetting } from './mail-setting.ts';
import { settingPhrases } from './setting-phrases.ts';

/** How mail leaves. While it does not, it is looked at again and again: a failure that is over is not told any longer. */
export const useMailSetting = () =>
  useQuery({
    ...reading(mailContract.getMailSettings),
    refetchInterval: ({ state: { data } }) => (data && ['failing', 'paused'].includes(data.sending.state) ? whileItFails : false),
  });

const whileItFails = 10_000;

/** B025: wherever a mail would be triggered it is said that none leaves, with a link to where that is mended. Silent while mail leaves. */
export function SendingNotice() {
  const { data } = useMailSetting();
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
