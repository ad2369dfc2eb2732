import type { mailContract, TemplateView } from '../../modules/mail/contract.ts';
import { SendingState } from '../../modules/mail/web/sending-notice.tsx';
import type { ResponseOf } from '../../platform/http/contract.ts';
import { usePhrases } from '../language.ts';
import { LinkText } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { overviewPhrases } from './phrases.ts';

type MailSetting = ResponseOf<typeof mailContract.getMailSettings>;

/** Where mail goes if not to customers, and which templates are off, with what that breaks. */
export function MailNotices({ setting, off }: { setting: MailSetting; off: TemplateView[] }) {
  const t = usePhrases(overviewPhrases);
  return (
    <>
      {!setting.pause && <SendingState setting={setting} />}
      {off.length > 0 && (
        <Notice tone="warn" title={t('offTitle')}>
          <ul>
            {off.map((template) => (
              <li key={template.key}>
                <LinkText to="/settings/mail-templates/$key" params={{ key: template.key }}>
                  {template.label}
                </LinkText>
                : {template.consequence}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
