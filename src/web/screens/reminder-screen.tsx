import { MailTabs } from '../../modules/mail/web/mail-tabs.tsx';
import { reminderPhrases } from '../../modules/reminder/web/phrases.ts';
import { ReminderSettings } from '../../modules/reminder/web/reminder-settings.tsx';
import { usePhrases } from '../language.ts';
import { Column, Page } from '../ui/page.tsx';

/** Einstellungen › E-Mail, third tab „Erinnerungen“. */
export function ReminderScreen() {
  const t = usePhrases(reminderPhrases);
  return (
    <Page title={t('mail')} tab={t('reminders')}>
      <MailTabs />
      <Column>
        <ReminderSettings />
      </Column>
    </Page>
  );
}
