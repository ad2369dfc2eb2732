import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api, problemOf } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import type { DraftOf } from '../../../web/ui/use-draft.ts';
import { type BounceCheckView, bounceContract } from '../contract.ts';
import styles from './bounce.module.css';
import { type BounceFields, mailboxOf, ownPointers } from './bounce-draft.ts';
import { bouncePhrases } from './phrases.ts';

/** Tries the mailbox as it stands in the form, saved or not, and tells the cause in words and in the server's. */
export function MailboxCheck({ draft }: { draft: DraftOf<BounceFields> }) {
  const t = usePhrases(bouncePhrases);
  const [result, setResult] = useState<{ found: BounceCheckView; of: string }>();
  const subject = JSON.stringify(mailboxOf(draft.values));
  const check = useChange(
    (_subject: string) => api(bounceContract.checkBounceSettings, { body: { mailbox: mailboxOf(draft.values) } }),
    (found, of) => setResult({ found, of }),
  );
  const start = () => {
    if (check.isPending) return;
    setResult(undefined);
    draft.fail(undefined);
    check.mutate(subject, { onError: (error) => draft.fail(ownPointers(problemOf(error))) });
  };
  // What was found is about what was typed then.
  const found = result?.of === subject ? result.found : undefined;
  const isFine = found?.result === 'ok';
  return (
    <>
      <Group>
        <Button variant="default" loading={check.isPending} onClick={start}>
          {t('check')}
        </Button>
      </Group>
      <div aria-live="polite">
        {found && (
          <Notice tone={isFine ? 'good' : 'bad'} title={t(isFine ? 'checkFine' : 'checkBad')}>
            <p>{found.sentence}</p>
            {found.answer && (
              <p>
                {t('serverSays')}: <code className={styles.answer}>{found.answer}</code>
              </p>
            )}
          </Notice>
        )}
      </div>
    </>
  );
}
