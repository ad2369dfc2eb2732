import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import type { Candidate } from '../contract.ts';
import styles from './diagnosis.module.css';
import { DiagnosisChecks } from './diagnosis-block.tsx';
import { MainCause } from './main-cause.tsx';
import { diagnosisPhrases } from './phrases.ts';

/** Somebody who may be meant: who, why they are listed, and the one sentence with its button. `isOnly`: nobody else is listed. */
export function CandidateCard({ candidate, isOnly }: { candidate: Candidate; isOnly: boolean }) {
  const t = usePhrases(diagnosisPhrases);
  const { name, company, portal, email, accountName, matchSentence, admitted, sentence, main, accessId, contactId } = candidate;
  const details = [company, portal?.name, email, accountName !== email && accountName].filter(Boolean).join(' · ');
  const state = accessId ? (admitted ? 'canSignIn' : 'cannotSignIn') : 'noAccess';
  return (
    <Stack gap="sm">
      <div className={styles.head}>
        <div>
          <h3 className={styles.name}>
            {accessId ? (
              <LinkText to="/accesses/$accessId" params={{ accessId }} inherit>
                {name}
              </LinkText>
            ) : (
              <LinkText to="/contacts/$contactId" params={{ contactId: contactId ?? '' }} inherit>
                {name}
              </LinkText>
            )}
          </h3>
          <Text size="sm" className="pf-address">
            {details}
          </Text>
          <Text size="sm" c="dimmed">
            {matchSentence}
          </Text>
        </div>
        <StateBadge tone={accessId ? (admitted ? 'good' : 'bad') : 'calm'}>{t(state)}</StateBadge>
      </div>
      {main ? (
        <MainCause cause={main} name={name} accessId={accessId} tone={admitted ? 'warn' : 'bad'} isMain={isOnly} />
      ) : (
        <Text>{sentence}</Text>
      )}
      {accessId && <Checks accessId={accessId} isOpenAtFirst={isOnly} />}
    </Stack>
  );
}

/** Every gate, read only once somebody wants to see them. */
function Checks({ accessId, isOpenAtFirst }: { accessId: string; isOpenAtFirst: boolean }) {
  const t = usePhrases(diagnosisPhrases);
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details className={styles.checks} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('details')}</summary>
      {isOpen && <DiagnosisChecks accessId={accessId} />}
    </details>
  );
}
