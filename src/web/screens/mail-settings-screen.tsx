import { BounceSettings } from '../../modules/bounce/web/bounce-settings.tsx';
import { MailSettings } from '../../modules/mail/web/mail-settings.tsx';
import { MailTabs } from '../../modules/mail/web/mail-tabs.tsx';
import { mailPhrases } from '../../modules/mail/web/phrases.ts';
import { DomainRecords } from '../../modules/mail-domain/web/domain-records.tsx';
import { usePhrases } from '../language.ts';
import { Column, Page } from '../ui/page.tsx';

/** Einstellungen › E-Mail, first tab „SMTP Einstellungen“: how mail leaves. */
export function MailSettingsScreen() {
  const t = usePhrases(mailPhrases);
  return (
    <Page title={t('mail')}>
      <MailTabs />
      <Column>
        <MailSettings
          below={() => (
            <>
              <DomainRecords />
              <BounceSettings />
            </>
          )}
        />
      </Column>
    </Page>
  );
}
