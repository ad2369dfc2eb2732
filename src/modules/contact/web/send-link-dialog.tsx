import { Skeleton, Stack, Text } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { RemedyLink } from '../../../web/ui/remedy-link.tsx';
import { tell, tellAtLength } from '../../../web/ui/tell.ts';
import { type ContactView, contactContract } from '../contract.ts';
import { nameOf, nextStepOf } from './contact-words.ts';
import { LinkMailWarning } from './link-mail-warning.tsx';
import { contactPhrases } from './phrases.ts';
import { savedStore } from './saved-store.ts';
import { useSendLink } from './use-send-link.ts';

type SendLinkDialogProps = {
  contact: ContactView;
  opened: boolean;
  /** On the person's own page the answer stands at its top; anywhere else it is told in passing. */
  isOnPage: boolean;
  onClose: () => void;
};

/** Sends the set-password mail to somebody who has access already; says beforehand to whom, and afterwards what became of it. */
export function SendLinkDialog({ contact, opened, isOnPage, onClose }: SendLinkDialogProps) {
  const t = usePhrases(contactPhrases);
  const format = useFormat();
  const form = useRead(contactContract.getAccessForm);
  const next = nextStepOf(contact);
  const access = next && next.step !== 'giveAccess' ? next.access : contact.accesses[0];

  const send = useSendLink(contact, access, (saved) => {
    if (isOnPage) savedStore.set({ ...saved, about: 'link' });
    else if (saved.mail.state === 'queued') tell(saved.mail.sentence);
    else tellAtLength(saved.mail.sentence);
    onClose();
  });
  const offer = form.data?.sendPasswordLink;

  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t('sendTitle', { name: nameOf(contact) })}
      verb={t('sendVerb')}
      isBusy={send.isPending}
      isPossible={Boolean(offer?.offered && contact.email)}
      error={send.error ?? form.error}
      onConfirm={() => send.mutate(undefined)}
    >
      {!offer && !form.error && <Skeleton height={48} />}
      {offer && !offer.offered && (
        <Notice tone="warn" title={t('notOfferedTitle')}>
          <p>{offer.sentence}</p>
          {offer.remedyPath && <RemedyLink path={offer.remedyPath} label={offer.remedyLabel ?? offer.remedyPath} />}
        </Notice>
      )}
      {offer?.offered && form.data && (
        <Stack gap="xs">
          {contact.email ? (
            <Text>{t('sendBody', { address: contact.email, lifetime: format.duration(form.data.linkLifetime) })}</Text>
          ) : (
            <Text>{t('addressMissing')}</Text>
          )}
          <LinkMailWarning address={contact.email} hasOpenLink={Boolean(access?.openLink)} contactId={isOnPage ? undefined : contact.id} />
        </Stack>
      )}
    </Confirm>
  );
}
