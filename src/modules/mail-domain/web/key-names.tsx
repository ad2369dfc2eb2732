import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tell } from '../../../web/ui/tell.ts';
import { mailDomainContract } from '../contract.ts';
import { domainPhrases } from './phrases.ts';
import { sentenceOf } from './problem-sentence.ts';

/** The names of the DKIM keys that our mails are signed with. */
export function KeyNames({ selectors }: { selectors: string[] }) {
  const t = usePhrases(domainPhrases);
  const stored = selectors.join(', ');
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const text = typed ?? stored;
  const save = useChange(
    () => api(mailDomainContract.changeMailDomain, { body: { dkimSelectors: namesOf(text) } }),
    () => {
      setTyped(undefined);
      tell(t('selectorsSaved'));
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
          label={t('selectors')}
          description={t('selectorsNote')}
          value={text}
          error={error}
          autoComplete="off"
          spellCheck={false}
          style={{ flex: '1 1 14rem' }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setError(undefined);
          }}
        />
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('selectorsSave')}
        </Button>
      </Group>
    </form>
  );
}

const namesOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
