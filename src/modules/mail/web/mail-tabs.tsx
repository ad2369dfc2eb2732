import { Link } from '@tanstack/react-router';
import { usePhrases } from '../../../web/language.ts';
import { TabLinks, tabLinkClass } from '../../../web/ui/tab-links.tsx';
import { mailPhrases } from './phrases.ts';

/** Einstellungen › E-Mail: „SMTP Einstellungen“ first, then „E-Mail-Warteschlange“, then „Erinnerungen“. */
export function MailTabs() {
  const t = usePhrases(mailPhrases);
  return (
    <TabLinks label={t('views')}>
      <Link to="/settings/mail" activeOptions={{ exact: true }} className={tabLinkClass}>
        {t('smtpTab')}
      </Link>
      <Link to="/settings/mail/queue" activeOptions={{ includeSearch: false }} className={tabLinkClass}>
        {t('queueTab')}
      </Link>
      <Link to="/settings/mail/reminders" className={tabLinkClass}>
        {t('remindersTab')}
      </Link>
    </TabLinks>
  );
}
