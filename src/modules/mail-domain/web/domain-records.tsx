import { Button, Text } from '@mantine/core';
import { api, problemOf } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange, useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellProblem } from '../../../web/ui/tell.ts';
import { Time } from '../../../web/ui/time.tsx';
import { type MailDomainView, mailDomainContract } from '../contract.ts';
import styles from './domain.module.css';
import { DomainAlarm } from './domain-alarm.tsx';
import { DomainRecord } from './domain-record.tsx';
import { KeyNames } from './key-names.tsx';
import { OwnPart } from './own-part.tsx';
import { domainPhrases } from './phrases.ts';

/** B028, B029: what DNS says about the sender's domain, row by row, with the records to publish ready to copy. */
export function DomainRecords() {
  const domain = useRead(mailDomainContract.getMailDomain);
  return (
    <Loaded query={domain} lines={4}>
      {(domain) => <Records domain={domain} />}
    </Loaded>
  );
}

function Records({ domain }: { domain: MailDomainView }) {
  const t = usePhrases(domainPhrases);
  const hasProposals = domain.records.some(({ publish }) => publish.length > 0);
  return (
    <Section
      title={t('title')}
      id="domain-records"
      note={domain.uncheckable ?? t('note', { domain: domain.domain })}
      aside={domain.allowed.includes('check') && <CheckButton />}
    >
      <LastCheck domain={domain} />
      <DomainAlarm domain={domain} />
      <OwnPart domain={domain} />
      {domain.records.length > 0 && (
        <ul className={styles.records}>
          {domain.records.map((record) => (
            <DomainRecord key={record.kind} record={record} />
          ))}
        </ul>
      )}
      {hasProposals && (
        <Text size="sm" c="dimmed">
          {t('nameHint')}
        </Text>
      )}
      {domain.allowed.includes('edit') && !domain.uncheckable && <KeyNames selectors={domain.dkimSelectors} />}
    </Section>
  );
}

function CheckButton() {
  const t = usePhrases(domainPhrases);
  const check = useChange(() => api(mailDomainContract.checkMailDomain));
  return (
    <Button
      variant="default"
      loading={check.isPending}
      onClick={() => check.mutate(undefined, { onError: (error) => tellProblem(problemOf(error)) })}
    >
      {t('check')}
    </Button>
  );
}

function LastCheck({ domain: { checkedAt, outdated, uncheckable, allowed } }: { domain: MailDomainView }) {
  const t = usePhrases(domainPhrases);
  if (uncheckable) return null;
  return (
    <div aria-live="polite">
      <Text size="sm">
        {checkedAt ? (
          <>
            {t('checked')} <Time at={checkedAt} exact />
          </>
        ) : (
          t(allowed.includes('check') ? 'never' : 'neverNoRight')
        )}
      </Text>
      {outdated && (
        <Notice tone="wait">
          <p>{t('outdated')}</p>
        </Notice>
      )}
    </div>
  );
}
