import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { Copyable } from '../../../web/ui/copyable.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { type MailDomainView, mailDomainContract } from '../contract.ts';
import styles from './domain.module.css';
import { domainPhrases } from './phrases.ts';
import { sentenceOf } from './problem-sentence.ts';

/** What stands for our mail server in the SPF record, where that comes from, and a place to say it oneself. */
export function OwnPart({ domain: { spfPart: part, spfStated, allowed, uncheckable } }: { domain: MailDomainView }) {
  const t = usePhrases(domainPhrases);
  return (
    <>
      {part && (
        <Stack gap={6}>
          <div className={styles.head}>
            <Text fw={600}>{t('part')}</Text>
            {part.guess && <StateBadge tone="warn">{t('guess')}</StateBadge>}
          </div>
          <Copyable value={part.text} name={t('part')} />
          <Text size="sm" c="dimmed">
            {part.sentence}
          </Text>
        </Stack>
      )}
      {allowed.includes('edit') && !uncheckable && <StatedPart stated={spfStated} />}
    </>
  );
}

function StatedPart({ stated }: { stated: string }) {
  const t = usePhrases(domainPhrases);
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const text = typed ?? stated;
  const save = useChange(
    () => api(mailDomainContract.changeMailDomain, { body: { spfPart: text } }),
    () => {
      setTyped(undefined);
      tell(t('statedSaved'));
    },
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(undefined, { onError: (failure) => setError(sentenceOf(failure)) });
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('stated')}
          description={t('statedNote')}
          value={text}
          error={error}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          style={{ flex: '1 1 14rem' }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(undefined);
          }}
        />
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('statedSave')}
        </Button>
      </Group>
    </form>
  );
}
