import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { shellPhrases } from '../../../web/phrases.ts';
import { useChange, useReadList } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { tell, tellAtLength } from '../../../web/ui/tell.ts';
import { assignmentContract, type CandidateView } from '../assignment/contract.ts';
import type { AccessView } from '../contract.ts';
import styles from './access-page.module.css';
import { accessPagePhrases } from './access-page-phrases.ts';
import { AssignNewContact } from './assign-new-contact.tsx';

export type Given = { name: string | null; firstName: string | null; lastName: string | null; email: string; company: string | null } & {
  salutation: 'frau' | 'herr' | null;
  number: string | null;
  postcode: string | null;
};

/** „Nutzer zuordnen“: searches contacts, shows who may be meant and why, or adds a new one that is assigned at once (B107 to B110). */
export function AssignDialog({ access, onClose }: { access: AccessView; onClose: () => void }) {
  const t = usePhrases(accessPagePhrases);
  const shell = usePhrases(shellPhrases);
  const [q, setQ] = useState<string>();
  const [isNew, setIsNew] = useState(false);
  const onSearch = useCallback((text: string | undefined) => setQ(text), []);
  const candidates = useReadList(assignmentContract.listCandidates, { params: { accessId: access.id }, query: q ? { q } : {} });
  const assign = useChange(
    (contactId: string) =>
      api(assignmentContract.assignContact, { params: { accessId: access.id }, body: { contactId }, version: access.version }),
    ({ mail }) => {
      (mail.state === 'not-possible' ? tellAtLength : tell)(mail.sentence);
      onClose();
    },
  );
  const given = candidates.data?.given;

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('assignTitle', { name: access.name })}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      {isNew && given ? (
        <AssignNewContact access={access} given={given} onBack={() => setIsNew(false)} onDone={onClose} />
      ) : (
        <Stack gap="md">
          <Text size="sm">{t('assignNote')}</Text>
          {given && <Typed given={given} />}
          {assign.error && (
            <Notice tone="bad" role="alert">
              <p>{assign.error.problem.detail}</p>
            </Notice>
          )}
          <SearchField label={t('assignSearch')} value={q} onSearch={onSearch} />
          <Loaded query={candidates} lines={4}>
            {({ items }) => (
              <section aria-label={t(q ? 'found' : 'likely')}>
                <Text component="h3" fw={650} mb="xs">
                  {t(q ? 'found' : 'likely')}
                </Text>
                {items.length === 0 && (
                  <Text c="dimmed" role="status">
                    {t(q ? 'nothingFound' : 'noLikely')}
                  </Text>
                )}
                <ul className={styles.candidates}>
                  {items.map((candidate) => (
                    <Candidate
                      key={candidate.contactId}
                      candidate={candidate}
                      isBusy={assign.isPending && assign.variables === candidate.contactId}
                      onChoose={() => assign.mutate(candidate.contactId)}
                    />
                  ))}
                </ul>
              </section>
            )}
          </Loaded>
          <Group>
            <Button variant="default" leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => setIsNew(true)} disabled={!given}>
              {t('newContact')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function Typed({ given }: { given: Given }) {
  const t = usePhrases(accessPagePhrases);
  return (
    <Facts
      rows={[
        [t('typed'), [given.name, given.email].filter(Boolean).join(' · ')],
        [t('company'), given.company],
        [t('number'), given.number],
        [t('postcode'), given.postcode],
      ]}
    />
  );
}

function Candidate({ candidate, isBusy, onChoose }: { candidate: CandidateView; isBusy: boolean; onChoose: () => void }) {
  const t = usePhrases(accessPagePhrases);
  const { name, customerName, city, email, externalId, reasons, warning, refusal, assigned } = candidate;
  return (
    <li className={styles.candidate}>
      <div className={styles.who}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {[customerName, city, email, externalId].filter(Boolean).join(' · ')}
        </Text>
        {reasons.length > 0 && (
          <ul className={styles.reasons}>
            {reasons.map(({ code, sentence }) => (
              <li key={code}>{sentence}</li>
            ))}
          </ul>
        )}
        {(refusal ?? warning) && (
          <Notice tone={refusal ? 'bad' : 'warn'}>
            <p>{refusal ?? warning}</p>
          </Notice>
        )}
      </div>
      {assigned ? (
        <Text size="sm" c="dimmed">
          {t('alreadyHere')}
        </Text>
      ) : (
        !refusal && (
          <Button
            variant={warning ? 'default' : 'light'}
            size="compact-md"
            loading={isBusy}
            onClick={onChoose}
            aria-label={`${t(warning ? 'chooseAnyway' : 'choose')}: ${name}, ${customerName}`}
          >
            {t(warning ? 'chooseAnyway' : 'choose')}
          </Button>
        )
      )}
    </li>
  );
}
