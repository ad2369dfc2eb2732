import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { api, problemOf } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { tellProblem } from '../../../web/ui/tell.ts';
import { type MailDomainView, mailDomainContract } from '../contract.ts';
import { domainPhrases } from './phrases.ts';

/** The alarm when a record has become worse than it was, until it is mended or somebody has taken note. */
export function DomainAlarm({ domain, children }: { domain: MailDomainView; children?: ReactNode }) {
  const t = usePhrases(domainPhrases);
  const seen = useChange(() => api(mailDomainContract.changeMailDomain, { body: { alarmSeen: true } }));
  if (!domain.alarm) return null;
  return (
    <Notice tone="bad" role="alert" title={t('alarmTitle')}>
      <p>{domain.alarm.sentence}</p>
      <Group gap="sm">
        {children}
        {domain.allowed.includes('edit') && (
          <Button
            size="compact-sm"
            variant="default"
            loading={seen.isPending}
            onClick={() => seen.mutate(undefined, { onError: (error) => tellProblem(problemOf(error)) })}
          >
            {t('alarmSeen')}
          </Button>
        )}
      </Group>
    </Notice>
  );
}

/** Whether there is anything to say about the domain on the overview. */
export const needsAttention = ({ alarm, trouble }: MailDomainView): boolean => alarm !== null || trouble !== null;

/** For the overview: the alarm, or what has been missing from the start, with the way to the records. */
export function DomainNotice({ domain }: { domain: MailDomainView }) {
  const t = usePhrases(domainPhrases);
  const link = (
    <LinkText to="/settings/mail" hash="domain-records">
      {t('toRecords')}
    </LinkText>
  );
  if (domain.alarm) return <DomainAlarm domain={domain}>{link}</DomainAlarm>;
  if (!domain.trouble) return null;
  return (
    <Notice tone="warn" title={t('troubleTitle')}>
      <p>{domain.trouble}</p>
      {link}
    </Notice>
  );
}
