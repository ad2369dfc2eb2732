import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { usePhrases } from '../../../web/language.ts';
import { reading } from '../../../web/query.ts';
import { Copyable } from '../../../web/ui/copyable.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { type AccessDiagnosis, diagnosisContract } from '../contract.ts';
import styles from './diagnosis.module.css';
import { GateList } from './gate-list.tsx';
import { MainCause } from './main-cause.tsx';
import { diagnosisPhrases } from './phrases.ts';

/** A mail that leaves, a visit, a try: what it says changes without anybody here doing anything. */
const lookAgain = 15_000;

const useDiagnosis = (accessId: string) =>
  useQuery({ ...reading(diagnosisContract.getAccessDiagnosis, { params: { accessId } }), refetchInterval: lookAgain });

/** „Warum kann … sich nicht anmelden?“: the sentence, the button, every gate. `isNamed`: one of several, told apart by their portals. */
export function DiagnosisBlock({ accessId, isNamed = false }: { accessId: string; isNamed?: boolean }) {
  const t = usePhrases(diagnosisPhrases);
  const query = useDiagnosis(accessId);
  const id = `diagnosis-${accessId}`;
  if (!query.data) {
    return (
      <Section title={t('title')} id={id}>
        <Loaded query={query} lines={4}>
          {() => null}
        </Loaded>
      </Section>
    );
  }
  const { main, name, portal, sentence } = query.data;
  const title = t(main ? (isNamed ? 'whyIn' : 'why') : isNamed ? 'fineIn' : 'fine', { name, portal: portal.name });
  return (
    <Section title={title} note={sentence} id={id}>
      <DiagnosisBody diagnosis={query.data} />
    </Section>
  );
}

/** The same without its heading, inside a card. */
export function DiagnosisChecks({ accessId }: { accessId: string }) {
  const query = useDiagnosis(accessId);
  return (
    <Loaded query={query} lines={4}>
      {(diagnosis) => (
        <Stack gap="md">
          <GateList diagnosis={diagnosis} />
          <Addresses portal={diagnosis.portal} />
        </Stack>
      )}
    </Loaded>
  );
}

function DiagnosisBody({ diagnosis }: { diagnosis: AccessDiagnosis }) {
  const t = usePhrases(diagnosisPhrases);
  const { main, name, accessId, admitted, portal } = diagnosis;
  if (!main) {
    return (
      <Stack gap="md">
        <Text size="sm">{t('fineNote')}</Text>
        <Addresses portal={portal} />
        <details className={styles.checks}>
          <summary>{t('details')}</summary>
          <GateList diagnosis={diagnosis} />
        </details>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <MainCause cause={main} name={name} accessId={accessId} tone={admitted ? 'warn' : 'bad'} />
      <GateList diagnosis={diagnosis} />
      {admitted && <Addresses portal={portal} />}
    </Stack>
  );
}

/** What to hand on to somebody who may come in. */
function Addresses({ portal }: Pick<AccessDiagnosis, 'portal'>) {
  const t = usePhrases(diagnosisPhrases);
  const addresses = [
    [t('signInAddress'), portal.signInUrl],
    [t('forgotAddress'), portal.forgotPasswordUrl],
  ] as const;
  return (
    <Stack gap="sm">
      {addresses.map(([label, url]) => (
        <div key={url}>
          <Text size="sm" mb={4}>
            {label}
          </Text>
          <Copyable value={url} name={`${portal.name}: ${label}`} label={t('copyAddress')} />
        </div>
      ))}
    </Stack>
  );
}
