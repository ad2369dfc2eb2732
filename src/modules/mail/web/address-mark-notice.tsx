import { Button } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { mailContract } from '../contract.ts';
import styles from './mail.module.css';
import { mailPhrases } from './phrases.ts';
import { useReleaseAddress } from './use-release-address.ts';

/**
 * At whoever has an address that mails came back from: why nothing goes there, and the way out. Silent where nothing is wrong.
 * `messageId`: where it stands with a mail instead of the person.
 */
export function AddressMarkNotice({ address, messageId }: { address: string | null; messageId?: string }) {
  return address ? <MarkOf address={address} messageId={messageId} /> : null;
}

function MarkOf({ address, messageId }: { address: string; messageId: string | undefined }) {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  const { data } = useRead(mailContract.getAddressMark, { query: { address } });
  const release = useReleaseAddress();
  const mark = data?.mark;
  if (!mark) return null;
  const answer = (mark.answer?.includes(mark.status ?? '') ? [mark.answer] : [mark.status, mark.answer]).filter(Boolean).join(' ');
  return (
    <Notice tone="warn" title={t('markTitle', { address })}>
      <p>{t('markSince', { since: format.dateTime(mark.since) })}</p>
      {answer && (
        <p>
          {t('serverSaid')} <code className={styles.answer}>{answer}</code>
        </p>
      )}
      <p>{messageId ? t('markHelpElsewhere') : t('markHelp')}</p>
      {mark.messageId && messageId !== mark.messageId && (
        <p>
          <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: mark.messageId }}>
            {t('markMessage')}
          </LinkText>
        </p>
      )}
      <Button size="xs" variant="default" loading={release.isBusy} onClick={() => release.run(address)}>
        {t('releaseAddress')}
      </Button>
    </Notice>
  );
}
