import { Menu, Text } from '@mantine/core';
import { IconAt, IconDoorEnter, IconExternalLink, IconMailForward, IconTool } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
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
import { type SendObstacle, useSendObstacle } from './use-send-obstacle.ts';

type Asked = { what: 'send-link' | 'remove'; contact: ContactView };

type ContactActions = { isOnPage?: boolean; onRemoved?: () => void };

/** What can be done with a person, the same in the list and on their page: menu entries and the dialogs behind them. */
export function useContactActions({ isOnPage = false, onRemoved }: ContactActions = {}) {
  const t = usePhrases(contactPhrases);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>();
  const obstacleOf = useSendObstacle();
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
          <SendItem
            label={t(next?.step === 'sendLinkAgain' ? 'sendLinkAgain' : 'sendLink')}
            obstacle={obstacleOf(contact)}
            onSend={() => setAsked({ what: 'send-link', contact })}
          />
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

/** While nothing can be sent the entry stays and leads to where that is mended, or says why. */
function SendItem({ label, obstacle, onSend }: { label: string; obstacle: SendObstacle | undefined; onSend: () => void }) {
  const router = useRouter();
  const icon = <IconMailForward size={16} aria-hidden />;
  if (!obstacle) {
    return (
      <Menu.Item leftSection={icon} onClick={onSend}>
        {label}
      </Menu.Item>
    );
  }
  const { sentence, remedy } = obstacle;
  return (
    <>
      <Menu.Item c="dimmed" leftSection={icon} aria-disabled closeMenuOnClick={false} maw={320}>
        {label}
        <Text size="xs" c="dimmed" span display="block">
          {sentence}
        </Text>
      </Menu.Item>
      {remedy && (
        <Menu.Item leftSection={<IconTool size={16} aria-hidden />} onClick={() => router.history.push(`/console${remedy.path}`)}>
          {remedy.label}
        </Menu.Item>
      )}
    </>
  );
}
