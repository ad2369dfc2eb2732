import { useEffect, useRef } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { useStore } from '../../../web/store.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import type { MailOutcomeView } from '../../mail/contract.ts';
import type { ContactView, LinkMailView } from '../contract.ts';
import { nameOf } from './contact-words.ts';
import { contactPhrases } from './phrases.ts';
import { savedStore } from './saved-store.ts';
import { savedToneOf } from './saved-tone.ts';

/**
 * B011: what saving did — saved, mail on its way or not possible and why, password recorded — and what has become of the mail since. Said once: whoever
 * comes back to the page later finds there how things stand by then.
 */
export function SavedNotice({ contact: { id: contactId, accesses } }: { contact: ContactView }) {
  const t = usePhrases(contactPhrases);
  const saved = useStore(savedStore);
  const box = useRef<HTMLDivElement>(null);
  const isOnPage = useRef(false);
  const shown = saved?.contact.id === contactId ? saved : undefined;

  useEffect(() => {
    if (shown) box.current?.focus({ preventScroll: false });
  }, [shown]);

  useEffect(() => {
    isOnPage.current = true;
    return () => {
      isOnPage.current = false;
      // Not where React only draws the page anew.
      queueMicrotask(() => !isOnPage.current && savedStore.get()?.contact.id === contactId && savedStore.set(undefined));
    };
  }, [contactId]);

  if (!shown) return null;
  const { mail, password, notices, contact, about } = shown;
  const title = t(about === 'link' ? 'sentTitle' : 'savedPerson', { name: nameOf(contact) });
  const message = accesses.find(({ linkMail }) => linkMail?.messageId === mail.messageId)?.linkMail;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={savedToneOf(shown, message)} role="status" title={title} onClose={() => savedStore.set(undefined)}>
        <MailToday mail={mail} message={message} />
        {password === 'recorded' && <p>{t('passwordRecorded')}</p>}
        {notices.map(({ about, address, sentence }) => (
          <p key={`${about} ${address}`}>{sentence}</p>
        ))}
        <WhereToGo mail={mail} />
      </Notice>
    </div>
  );
}

/** Once the mail is further than in the queue, that is told instead; of one that nobody will get, both. */
function MailToday({ mail, message }: { mail: MailOutcomeView; message: LinkMailView | null | undefined }) {
  const t = usePhrases(contactPhrases);
  if (!message || message.state === 'queued' || mail.held) return <p>{mail.sentence}</p>;
  if (mail.transport !== 'test-mailbox') return <p>{t('mailTo', { address: message.recipientAddress, sentence: message.sentence })}</p>;
  return (
    <>
      <p>{mail.sentence}</p>
      <p>{message.sentence}</p>
    </>
  );
}

function WhereToGo({ mail }: { mail: MailOutcomeView }) {
  const t = usePhrases(contactPhrases);
  const { administrator } = useMe();
  if (mail.state === 'not-asked') return null;
  if (mail.state === 'queued') {
    if (mail.transport === 'test-mailbox')
      return administrator ? <LinkText to="/settings/mail/test-mailbox">{t('seeTestMailbox')}</LinkText> : null;
    if (!mail.messageId) return <LinkText to="/settings/mail/queue">{t('toQueue')}</LinkText>;
    return (
      <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: mail.messageId }}>
        {t('seeMail')}
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
