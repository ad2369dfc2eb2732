import { Button, Group } from '@mantine/core';
import { IconFileUnknown, IconPlugConnectedX } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isProblemError } from '../api.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { Empty } from '../ui/empty.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { usePageTitle } from '../ui/page-title.ts';

/** No page has this address. */
export function NotFoundPage() {
  const t = usePhrases(shellPhrases);
  return (
    <Page title={t('notFoundTitle')}>
      <Empty
        icon={IconFileUnknown}
        title={t('notFoundTitle')}
        body={t('notFoundBody')}
        action={<LinkButton to="/">{t('home')}</LinkButton>}
      />
    </Page>
  );
}

/** A page broke while it was drawn or its code could not be fetched. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const t = usePhrases(shellPhrases);
  usePageTitle(t('brokenTitle'));

  useEffect(() => {
    if (!isProblemError(error)) console.error(error);
  }, [error]);

  return (
    <main style={{ maxWidth: 720, margin: '8vh auto', padding: '1rem' }}>
      <Empty
        icon={IconPlugConnectedX}
        title={t('brokenTitle')}
        order={1}
        body={isProblemError(error) ? error.problem.detail : t('reload')}
        action={
          <Group justify="center">
            <Button onClick={reset}>{t('retry')}</Button>
            <Button variant="default" onClick={() => window.location.reload()}>
              {t('reload')}
            </Button>
          </Group>
        }
      />
    </main>
  );
}
