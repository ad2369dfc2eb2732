import { Menu, Text } from '@mantine/core';
import { IconAt, IconDoorEnter, IconExternalLink, IconMailForward } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { refresh, useChange } from '../../../web/query.ts';
import { copyText } from '../../../web/ui/clipboard.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { RemoveItem } from '../../../web/ui/remove-item.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { type ContactView, contactContract } from '../contract.ts';
import { nameOf, nextStepOf } from './contact-words.ts';
import { contactPhrases } from './phrases.ts';
import { SendLinkDialog } from './send-link-dialog.tsx';
import { accessHash } from './use-give-access.ts';

type Asked = { what: 'send-link' | 'remove'; contact: ContactView };

type ContactActions = { isOnPage?: boolean; onRemoved?: () => void };

/** What can be done with a person, the same in the list and on their page: menu entries and the dialogs behind them. */
export function useContactActions({ isOnPage = false, onRemoved }: ContactActions = {}) {
  const t = usePhrases(contactPhrases);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);

  const remove = useChange(
    (contact: ContactView) => api(contactContract.deleteContact, { params: { contactId: contact.id }, version: contact.version }),
    (_, contact) => {
      close();
      tell(t('removed', { name: nameOf(contact) }));
      onRemoved?.();
    },
  );

  const menu = (contact: ContactView, { withOpen }: { withOpen: boolean }): ReactNode => {
    const next = nextStepOf(contact);
    const open = (hash?: string) =>
      navigate({ to: '/contacts/$contactId', params: { contactId: contact.id }, ...(hash && { hash, resetScroll: !isOnPage }) });
    return (
      <>
        {withOpen && (
          <Menu.Item leftSection={<IconExternalLink size={16} aria-hidden />} onClick={() => open()}>
            {t('open')}
          </Menu.Item>
        )}
        {contact.allowed.includes('give-access') && contact.accesses.length === 0 && (
          <Menu.Item leftSection={<IconDoorEnter size={16} aria-hidden />} onClick={() => open(accessHash)}>
            {t('giveAccess')}
          </Menu.Item>
        )}
        {contact.allowed.includes('give-access') && contact.accesses.length > 0 && (
          <Menu.Item leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => setAsked({ what: 'send-link', contact })}>
            {t(next?.step === 'sendLinkAgain' ? 'sendLinkAgain' : 'sendLink')}
          </Menu.Item>
        )}
        {contact.email && (
          <Menu.Item
            leftSection={<IconAt size={16} aria-hidden />}
            onClick={() => copyText(contact.email ?? '').then(() => tell(t('addressCopied')))}
          >
            {t('copyAddress')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <RemoveItem
          label={t('remove')}
          reason={contact.denied.find(({ action }) => action === 'delete')?.sentence}
          onRemove={() => setAsked({ what: 'remove', contact })}
        />
      </>
    );
  };

  const dialogs = asked && (
    <>
      <SendLinkDialog contact={asked.contact} opened={asked.what === 'send-link'} isOnPage={isOnPage} onClose={close} />
      <Confirm
        opened={asked.what === 'remove'}
        onClose={() => {
          remove.reset();
          close();
          if (remove.isError) refresh();
        }}
        title={t('removeTitle', { name: nameOf(asked.contact) })}
        verb={t('remove')}
        isDanger
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(asked.contact)}
      >
        <Text>{t('removeBody')}</Text>
      </Confirm>
    </>
  );

  return { menu, dialogs, sendLink: (contact: ContactView) => setAsked({ what: 'send-link', contact }) };
}
