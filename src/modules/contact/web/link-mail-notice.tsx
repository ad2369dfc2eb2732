import { usePhrases } from '../../../web/language.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import type { ContactAccessView, ContactView, LinkMailView } from '../contract.ts';
import { isAwaited } from './contact-words.ts';
import { contactPhrases } from './phrases.ts';
import { savedStore } from './saved-store.ts';
import { SendButton } from './send-button.tsx';
import { useSendLink } from './use-send-link.ts';
import { useSendObstacle } from './use-send-obstacle.ts';

/** What keeps an invited person from getting their link, as it stands on the server, and the one click that helps. Silent while nothing does. */
export function LinkMailNotice({ contact }: { contact: ContactView }) {
  return contact.accesses.map((access) => {
    const { linkMail } = access;
    if (!linkMail || !isAwaited(access)) return null;
    if (linkMail.arrival === 'other-address') return <AddressChanged key={access.accessId} {...{ contact, access, linkMail }} />;
    // An address that mails came back from has a notice of its own, with the server's words.
    if (linkMail.arrival === 'not-arrived' && linkMail.state !== 'bounced') return <NotArrived key={access.accessId} mail={linkMail} />;
    return linkMail.arrival === 'not-sent' ? <NotArrived key={access.accessId} mail={linkMail} /> : null;
  });
}

function AddressChanged({ contact, access, linkMail }: { contact: ContactView; access: ContactAccessView; linkMail: LinkMailView }) {
  const t = usePhrases(contactPhrases);
  const obstacle = useSendObstacle()(contact);
  const send = useSendLink(contact, access, (saved) => savedStore.set({ ...saved, about: 'link' }));
  return (
    <Notice tone="warn" title={t('movedTitle', { address: linkMail.recipientAddress })}>
      <p>{t('movedBody', { address: contact.email ?? '' })}</p>
      {send.error && <p role="alert">{send.error.problem.detail}</p>}
      <SendButton label={t('sendToNew')} obstacle={obstacle} isBusy={send.isPending} onClick={() => send.mutate(undefined)} />
    </Notice>
  );
}

function NotArrived({ mail }: { mail: LinkMailView }) {
  const t = usePhrases(contactPhrases);
  return (
    <Notice tone="warn" title={t(mail.arrival === 'not-sent' ? 'notSentTitle' : 'notArrivedTitle', { address: mail.recipientAddress })}>
      <p>{mail.sentence}</p>
      {mail.arrival === 'not-arrived' && <p>{t('notArrivedHelp')}</p>}
      <p>
        <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: mail.messageId }}>
          {t('seeMail')}
        </LinkText>
      </p>
    </Notice>
  );
}
