import { Loader, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { reading, useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { portalContract } from '../../portal/contract.ts';
import { diagnosisContract, type Search } from '../contract.ts';
import { CandidateCard } from './candidate-card.tsx';
import styles from './diagnosis.module.css';
import { MainCause } from './main-cause.tsx';
import { diagnosisPhrases } from './phrases.ts';

/** Zugangs-Diagnose: somebody rings and names an address. One field; what is found comes while one types. */
export function DiagnosisPage() {
  const t = usePhrases(diagnosisPhrases);
  const { q = '', portalId } = useSearch({ from: '/app/diagnosis' });
  const navigate = useNavigate({ from: '/diagnosis' });
  const [typed, setTyped] = useState(q);
  const sent = useRef(q);
  const field = useRef<HTMLInputElement>(null);
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const portals = useRead(portalContract.listPortals);
  const answer = useQuery({
    ...reading(diagnosisContract.diagnose, { query: { q, ...(portalId && { portalId }) } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });

  // After the heading took the focus: whoever comes here has somebody on the telephone.
  useEffect(() => field.current?.focus(), []);

  useEffect(() => {
    if (q === sent.current) return;
    sent.current = q;
    setTyped(q);
    field.current?.focus();
  }, [q]);

  useEffect(() => {
    if (asked === sent.current) return;
    sent.current = asked;
    void navigate({ search: (before) => ({ ...before, q: asked || undefined }), replace: true });
  }, [asked, navigate]);

  return (
    <Page title={t('title')} below={t('note')} width="narrow">
      <Stack gap="sm">
        <TextInput
          type="search"
          role="searchbox"
          size="lg"
          label={t('search')}
          placeholder={t('searchHint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          leftSection={<IconSearch size={20} aria-hidden />}
          rightSection={answer.isFetching ? <Loader size="xs" aria-hidden /> : undefined}
          maxLength={200}
          autoComplete="off"
          ref={field}
        />
        {(portals.data?.items.length ?? 0) > 1 && (
          <Select
            label={t('portal')}
            data={[
              { value: '', label: t('anyPortal') },
              ...(portals.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={portalId ?? ''}
            onChange={(value) => navigate({ search: (before) => ({ ...before, portalId: value || undefined }), replace: true })}
            allowDeselect={false}
            maw={320}
          />
        )}
      </Stack>
      {q !== '' && (
        <Loaded query={answer} lines={4}>
          {(found) => <Answer found={found} />}
        </Loaded>
      )}
    </Page>
  );
}

function Answer({ found: { items, hasMore, main } }: { found: Search }) {
  const t = usePhrases(diagnosisPhrases);
  const count = items.length === 1 ? t('foundOne') : t('found', { count: items.length });
  return (
    <section aria-labelledby="diagnosis-results">
      <Stack gap="md">
        <div>
          <Title order={2} id="diagnosis-results">
            {items.length ? t('results') : t('nothing')}
          </Title>
          <Text size="sm" c="dimmed" role="status">
            {items.length ? count : ''}
          </Text>
        </div>
        {main && <MainCause cause={main} name="" accessId={null} tone="calm" isMain={items.length === 0} />}
        {items.length === 0 && (
          <ul className={styles.hints}>
            <li>{t('nothingCheck')}</li>
            <li>{t('nothingOther')}</li>
          </ul>
        )}
        <ul className={styles.candidates}>
          {items.map((candidate) => (
            <Paper component="li" key={candidate.accessId ?? candidate.contactId} p={{ base: 'md', sm: 'lg' }}>
              <CandidateCard candidate={candidate} isOnly={items.length === 1} />
            </Paper>
          ))}
        </ul>
        {hasMore && <Text size="sm">{t('hasMore')}</Text>}
      </Stack>
    </section>
  );
}
