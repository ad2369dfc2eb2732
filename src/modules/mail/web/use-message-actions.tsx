import { Menu } from '@mantine/core';
import { IconExternalLink, IconLockOpen, IconMailForward, IconMailShare, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { type MessageView, mailContract } from '../contract.ts';
import { mailPhrases } from './phrases.ts';
import { useReleaseAddress } from './use-release-address.ts';

/** What can be done with a mail, the same in the list and on its page. */
export function useMessageActions() {
  const t = usePhrases(mailPhrases);
  const navigate = useNavigate();
  const release = useReleaseAddress();
  const retrying = useChange(
    (message: MessageView) => api(mailContract.retryMessage, { params: { messageId: message.id } }),
    (message) => tell(message.sentence),
  );
  const retry = (message: MessageView) => retrying.mutate(message, { onError: (error) => tellProblem(error.problem) });
  const toPerson = (contactId: string) => navigate({ to: '/contacts/$contactId', params: { contactId } });

  const menu = (message: MessageView, { withOpen }: { withOpen: boolean }): ReactNode => {
    const { contactId, allowed } = message;
    return (
      <>
        {withOpen && (
          <Menu.Item
            leftSection={<IconExternalLink size={16} aria-hidden />}
            onClick={() => navigate({ to: '/settings/mail/messages/$messageId', params: { messageId: message.id } })}
          >
            {t('open')}
          </Menu.Item>
        )}
        {allowed.includes('retry') && (
          <Menu.Item leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => retry(message)}>
            {t('retry')}
          </Menu.Item>
        )}
        {allowed.includes('send-new-link') && contactId && (
          <Menu.Item leftSection={<IconMailShare size={16} aria-hidden />} onClick={() => toPerson(contactId)}>
            {t('sendNewLink')}
          </Menu.Item>
        )}
        {allowed.includes('release-address') && (
          <Menu.Item leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => release.run(message.recipientAddress)}>
            {t('releaseAddress')}
          </Menu.Item>
        )}
        {contactId && (
          <Menu.Item leftSection={<IconUser size={16} aria-hidden />} onClick={() => toPerson(contactId)}>
            {t('openContact')}
          </Menu.Item>
        )}
      </>
    );
  };
  return { menu, retry, release, isBusy: retrying.isPending || release.isBusy };
}
