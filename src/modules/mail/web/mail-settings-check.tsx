import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { Facts } from '../../../web/ui/facts.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { fieldId } from '../../../web/ui/use-draft.ts';
import type { MailCheckView } from '../contract.ts';
import styles from './mail.module.css';
import type { MailSetting } from './mail-setting.ts';
import type { TrialResult } from './mail-settings-draft.ts';
import { settingPhrases } from './setting-phrases.ts';
import type { SettingTrial } from './use-setting-trial.ts';

type CheckProps = { setting: MailSetting; trial: SettingTrial; labels: Record<string, string> };

/** B030: tries what stands in the form, saved or not, and tells the cause in words and in the server's. */
export function MailCheckSection({ setting, trial, labels }: CheckProps) {
  const t = usePhrases(settingPhrases);
  const [to, setTo] = useState('');
  return (
    <Section title={t('check')} note={t('checkNote')} id="check">
      <Group>
        <Button variant="default" loading={trial.isChecking} onClick={trial.check}>
          {t('checkVerb')}
        </Button>
      </Group>
      <Group align="flex-end" gap="sm">
        <TextInput
          id={fieldId('to')}
          label={t('testTo')}
          inputMode="email"
          value={to}
          error={trial.toError}
          style={{ flex: '1 1 14rem' }}
          onChange={(event) => {
            setTo(event.currentTarget.value);
            trial.forgetToError();
          }}
          onKeyDown={(event) => {
            // Enter sends the test mail; it does not save the form around it.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            trial.test(to);
          }}
        />
        <Button variant="default" loading={trial.isTesting} onClick={() => trial.test(to)}>
          {t('testVerb')}
        </Button>
      </Group>
      <ErrorSummary
        problem={trial.refusal?.problem}
        title={t(trial.refusal?.kind === 'test' ? 'testRefused' : 'checkRefused')}
        labels={labels}
      />
      <div aria-live="polite">{trial.result && <Found result={trial.result} isStale={trial.isStale} />}</div>
      {!trial.result && <LastCheck setting={setting} />}
    </Section>
  );
}

function Found({ result: { kind, found }, isStale }: { result: TrialResult; isStale: boolean }) {
  const t = usePhrases(settingPhrases);
  const isFine = found.result === 'ok';
  const kept = found.transport === 'test-mailbox';
  const title = kind === 'check' ? t(isFine ? 'checkFine' : 'checkBad') : t(isFine ? (kept ? 'testKept' : 'testFine') : 'testBad');
  return (
    <Notice
      tone={isStale ? 'calm' : isFine ? (kept ? 'wait' : 'good') : 'bad'}
      title={isStale ? t('resultEarlier', { result: title }) : title}
    >
      <Stack gap="xs">
        {isStale && <p>{t('resultStale')}</p>}
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
