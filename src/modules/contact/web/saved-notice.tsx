import { useEffect, useRef } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { useStore } from '../../../web/store.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import type { MailOutcomeView } from '../../mail/contract.ts';
import { nameOf } from './contact-words.ts';
import { contactPhrases } from './phrases.ts';
import { savedStore } from './saved-store.ts';
import { useContactMessage } from './use-contact-messages.ts';

/** B011: what saving did — saved, mail on its way or not possible and why, password recorded — and what has become of the mail since. */
export function SavedNotice({ contactId }: { contactId: string }) {
  const t = usePhrases(contactPhrases);
  const saved = useStore(savedStore);
  const box = useRef<HTMLDivElement>(null);
  const shown = saved?.contact.id === contactId ? saved : undefined;

  useEffect(() => {
    if (shown) box.current?.focus({ preventScroll: false });
  }, [shown]);

  const message = useContactMessage(contactId, shown?.mail.messageId);

  if (!shown) return null;
  const { mail, password, notices, contact, about } = shown;
  const title = t(about === 'link' ? 'sentTitle' : 'savedPerson', { name: nameOf(contact) });
  const hasFailed = message !== undefined && ['refused', 'given-up', 'bounced'].includes(message.state);
  const wanting = hasFailed || mail.state === 'not-possible' || notices.some(({ state }) => state === 'not-possible') || Boolean(mail.held);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={wanting ? 'warn' : 'good'} role="status" title={title} onClose={() => savedStore.set(undefined)}>
        <p>{mail.sentence}</p>
        {message && <p>{message.sentence}</p>}
        {password === 'recorded' && <p>{t('passwordRecorded')}</p>}
        {notices.map(({ about, address, sentence }) => (
          <p key={`${about} ${address}`}>{sentence}</p>
        ))}
        <WhereToGo mail={mail} />
      </Notice>
    </div>
  );
}

function WhereToGo({ mail }: { mail: MailOutcomeView }) {
  const t = usePhrases(contactPhrases);
  const { administrator } = useMe();
  if (mail.state === 'not-asked') return null;
  if (mail.state === 'queued') {
    if (mail.transport === 'test-mailbox')
      return administrator ? <LinkText to="/settings/mail/test-mailbox">{t('seeTestMailbox')}</LinkText> : null;
    if (!mail.messageId) return <LinkText to="/settings/mail/queue">{t('seeQueue')}</LinkText>;
    return (
      <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: mail.messageId }}>
        {t('seeQueue')}
      </LinkText>
    );
  }
  if (mail.reason === 'template-inactive') {
    return (
      <LinkText to="/settings/mail-templates/$key" params={{ key: 'set_password' }}>
        {t('seeTemplate')}
      </LinkText>
    );
  }
  if (mail.reason === 'no-transport') return <LinkText to="/settings/mail">{t('seeMailSettings')}</LinkText>;
  if (mail.reason === 'no-address' || mail.reason === 'invalid-address') return <a href="#field-email">{t('seeAddress')}</a>;
  return null;
}
