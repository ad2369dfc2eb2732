import { Button, Group } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { usePhrases } from '../../../web/language.ts';
import { reading, useRead } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { mailContract } from '../../mail/contract.ts';
import { SendingNotice } from '../../mail/web/sending-notice.tsx';
import { useReleaseAddress } from '../../mail/web/use-release-address.ts';
import { contactPhrases } from './phrases.ts';
import { sendWarningsOf } from './send-warnings.ts';

type LinkMailWarningProps = {
  /** Where the mail would go; nothing is asked about an address that is not there yet. */
  address: string | null;
  hasOpenLink: boolean;
  /** The person, where the address can be corrected; absent where its field is on the page. */
  contactId?: string | undefined;
};

/**
 * Before a link is sent: that its mail will lie there, why, where that is mended, and that the link before ends nevertheless.
 * Silent while nothing stands in the way.
 */
export function LinkMailWarning({ address, hasOpenLink, contactId }: LinkMailWarningProps) {
  const t = usePhrases(contactPhrases);
  const queue = useRead(mailContract.getQueue);
  const asked = reading(mailContract.getAddressMark, { query: { address: address ?? '' } });
  const mark = useQuery(address ? asked : { queryKey: asked.queryKey, queryFn: skipToken });
  const release = useReleaseAddress();
  const { rests, isHeld, endsEarlierLink } = sendWarningsOf({ queue: queue.data, mark: mark.data?.mark, hasOpenLink });
  return (
    <>
      {rests ? (
        <Notice tone="warn" title={t(rests.title)}>
          {rests.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>{t('waitsBefore')}</p>
          {endsEarlierLink && <p>{t('endsEarlierLink')}</p>}
          <LinkText to={rests.remedy === 'queue' ? '/settings/mail/queue' : '/settings/mail'}>
            {t(rests.remedy === 'queue' ? 'toQueue' : 'toMailSettings')}
          </LinkText>
        </Notice>
      ) : (
        <SendingNotice />
      )}
      {isHeld && address && (
        <Notice tone="warn" title={t('heldBefore', { address })}>
          <p>{t('heldBeforeBody')}</p>
          {endsEarlierLink && !rests && <p>{t('endsEarlierLink')}</p>}
          <Group gap="md">
            <Button size="xs" variant="default" loading={release.isBusy} onClick={() => release.run(address)}>
              {t('releaseAddress')}
            </Button>
            {contactId && (
              <LinkText to="/contacts/$contactId" params={{ contactId }}>
                {t('toAddress')}
              </LinkText>
            )}
          </Group>
        </Notice>
      )}
    </>
  );
}
