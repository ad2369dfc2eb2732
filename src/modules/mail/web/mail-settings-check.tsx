import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, type ProblemError, problemOf } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { type DraftOf, fieldId } from '../../../web/ui/use-draft.ts';
import { type MailCheckView, type MailTestView, mailContract } from '../contract.ts';
import styles from './mail.module.css';
import type { MailSetting } from './mail-setting.ts';
import { type SettingFields, settingBodyOf } from './mail-settings-draft.ts';
import { settingPhrases } from './setting-phrases.ts';

type CheckProps = { setting: MailSetting; draft: DraftOf<SettingFields> };
type Result = { kind: 'check'; found: MailCheckView } | { kind: 'test'; found: MailTestView };

/** B030: tries what stands in the form, saved or not, and tells the cause in words and in the server's. */
export function MailCheckSection({ setting, draft }: CheckProps) {
  const t = usePhrases(settingPhrases);
  const [result, setResult] = useState<Result>();
  const [to, setTo] = useState('');
  const [toError, setToError] = useState<string>();

  const check = useChange(
    () => api(mailContract.checkMailSettings, { body: settingBodyOf(draft.values) }),
    (found) => setResult({ kind: 'check', found }),
  );
  const test = useChange(
    () => api(mailContract.sendTestMail, { body: { ...settingBodyOf(draft.values), to } }),
    (found) => setResult({ kind: 'test', found }),
  );
  const onError = (error: ProblemError) => {
    const problem = problemOf(error);
    setToError(problem.errors?.find(({ pointer }) => pointer === '/to')?.detail);
    if (!problem.errors?.every(({ pointer }) => pointer === '/to')) draft.fail(problem);
  };
  const start = (run: typeof check | typeof test) => {
    if (check.isPending || test.isPending) return;
    setResult(undefined);
    setToError(undefined);
    draft.fail(undefined);
    run.mutate(undefined, { onError });
  };

  return (
    <Section title={t('check')} note={t('checkNote')} id="check">
      <Group>
        <Button variant="default" loading={check.isPending} onClick={() => start(check)}>
          {t('checkVerb')}
        </Button>
      </Group>
      <Group align="flex-end" gap="sm">
        <TextInput
          id={fieldId('to')}
          label={t('testTo')}
          inputMode="email"
          value={to}
          error={toError}
          style={{ flex: '1 1 14rem' }}
          onChange={(event) => {
            setTo(event.currentTarget.value);
            setToError(undefined);
          }}
          onKeyDown={(event) => {
            // Enter sends the test mail; it does not save the form around it.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            start(test);
          }}
        />
        <Button variant="default" loading={test.isPending} onClick={() => start(test)}>
          {t('testVerb')}
        </Button>
      </Group>
      <div aria-live="polite">{result && <Found result={result} />}</div>
      <LastCheck setting={setting} />
    </Section>
  );
}

function Found({ result: { kind, found } }: { result: Result }) {
  const t = usePhrases(settingPhrases);
  const isFine = found.result === 'ok';
  const kept = found.transport === 'test-mailbox';
  const title = kind === 'check' ? t(isFine ? 'checkFine' : 'checkBad') : t(isFine ? (kept ? 'testKept' : 'testFine') : 'testBad');
  return (
    <Notice tone={isFine ? (kept ? 'wait' : 'good') : 'bad'} title={title}>
      <Stack gap="xs">
        <p>{found.sentence}</p>
        {found.remedy && <p>{found.remedy}</p>}
        <Facts
          rows={[
            [t('server'), found.host && (found.port ? `${found.host}:${found.port}` : found.host)],
            [t('tls'), found.tls ?? (isFine && found.host ? t('unencrypted') : null)],
            [t('answer'), answerOf(found) && <code className={styles.answer}>{answerOf(found)}</code>],
          ]}
        />
      </Stack>
    </Notice>
  );
}

/** The server's words; the codes are put before them only where the words do not begin with them. */
function answerOf({ code, enhancedCode, answer }: MailCheckView): string {
  const words = answer ?? '';
  return [code, enhancedCode && !words.startsWith(enhancedCode) ? enhancedCode : '', words].filter(Boolean).join(' ');
}

function LastCheck({ setting: { lastCheck } }: Pick<CheckProps, 'setting'>) {
  const t = usePhrases(settingPhrases);
  if (!lastCheck) {
    return (
      <Text size="sm" c="dimmed">
        {t('neverChecked')}
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {t('lastCheck')} <Time at={lastCheck.at} />
      {lastCheck.isCurrent ? '' : `, ${t('lastCheckOther')}`}: {lastCheck.result === 'ok' ? t('lastCheckFine') : lastCheck.sentence}
    </Text>
  );
}
