import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { AddressText } from '../../../web/ui/address-text.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { type BounceAlarmView, bounceContract } from '../contract.ts';
import styles from './bounce.module.css';
import { bouncePhrases } from './phrases.ts';

type AlarmProps = { alarm: BounceAlarmView };

/** Whether bounces have anything for the overview. */
export const hasBounceAlarm = ({ marked, mailboxFailure }: BounceAlarmView): boolean => marked.count > 0 || mailboxFailure !== null;

/** For the overview: addresses that mails came back from lately, and a mailbox that cannot be read. */
export function BounceAlarm({ alarm }: AlarmProps) {
  return (
    <>
      <MailboxAlarm alarm={alarm} />
      <MarkedAlarm alarm={alarm} />
    </>
  );
}

/** For the queue: what of bounces concerns it. Silent while there is nothing. */
export function BounceNotice() {
  const { data } = useRead(bounceContract.getBounceAlarm);
  if (!data) return null;
  return (
    <>
      <MailboxAlarm alarm={data} />
      <UnmatchedNotice alarm={data} />
    </>
  );
}

function MailboxAlarm({ alarm: { mailboxFailure } }: AlarmProps) {
  const t = usePhrases(bouncePhrases);
  if (!mailboxFailure) return null;
  return (
    <Notice tone="bad" role="alert" title={t('failingTitle')}>
      <p>{mailboxFailure.sentence}</p>
      <p>
        {t('failingSince')} <Time at={mailboxFailure.since} exact />. {t('failingAlarm')}
      </p>
      <p>
        <LinkText to="/settings/mail" hash="bounce-settings">
          {t('toSettings')}
        </LinkText>
      </p>
    </Notice>
  );
}

function MarkedAlarm({ alarm: { marked } }: AlarmProps) {
  const t = usePhrases(bouncePhrases);
  const format = useFormat();
  if (marked.count === 0) return null;
  const rest = marked.count - marked.newest.length;
  return (
    <Notice
      tone="warn"
      role="status"
      title={marked.count === 1 ? t('alarmTitleOne') : t('alarmTitleMany', { count: format.number(marked.count) })}
    >
      <p>{t('alarmNote')}</p>
      <ul>
        {marked.newest.map((mark) => (
          <li key={mark.address}>
            <MarkedAddress mark={mark} />, <Time at={mark.since} />
          </li>
        ))}
        {rest > 0 && <li>{t('alarmMore', { count: format.number(rest) })}</li>}
      </ul>
      <p>
        <LinkText to="/settings/mail/queue" search={{ state: 'bounced' }}>
          {t('allBounced')}
        </LinkText>
      </p>
    </Notice>
  );
}

function MarkedAddress({ mark: { address, contactId, messageId } }: { mark: BounceAlarmView['marked']['newest'][number] }) {
  const text = <AddressText address={address} />;
  if (contactId)
    return (
      <LinkText to="/contacts/$contactId" params={{ contactId }} className={styles.address}>
        {text}
      </LinkText>
    );
  if (!messageId) return text;
  return (
    <LinkText to="/settings/mail/messages/$messageId" params={{ messageId }} className={styles.address}>
      {text}
    </LinkText>
  );
}

function UnmatchedNotice({ alarm: { unmatched } }: AlarmProps) {
  const t = usePhrases(bouncePhrases);
  const format = useFormat();
  if (unmatched.count === 0 || !unmatched.lastAt) return null;
  const title =
    unmatched.count === 1 ? t('unmatchedTitleOne') : t('unmatchedTitleMany', { count: format.total(unmatched.count, unmatched.isMore) });
  return (
    <Notice tone="calm" role="status" title={title}>
      <p>{t('unmatchedNote', { last: format.dateTime(unmatched.lastAt) })}</p>
      <p>
        <LinkText to="/settings/mail" hash="bounces">
          {t('toUnmatched')}
        </LinkText>
      </p>
    </Notice>
  );
}
