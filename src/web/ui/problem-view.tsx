import { Button } from '@mantine/core';
import { IconFileUnknown, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import type { ProblemError } from '../api.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { Empty } from './empty.tsx';
import { LinkButton } from './link.tsx';

/** In place of what could not be read: what happened, why, what to do. */
export function ProblemView({ error, onRetry }: { error: ProblemError; onRetry: () => void }) {
  const t = usePhrases(shellPhrases);
  const { status, detail } = error.problem;
  const home = (
    <LinkButton to="/" variant="default">
      {t('home')}
    </LinkButton>
  );
  if (status === 404 || status === 410)
    return <Empty icon={IconFileUnknown} title={t('goneTitle')} body={detail || t('goneBody')} action={home} />;
  if (status === 403) return <Empty icon={IconLock} title={t('forbiddenTitle')} body={detail || t('forbiddenBody')} action={home} />;
  return (
    <Empty icon={IconPlugConnectedX} title={t('brokenTitle')} body={detail} action={<Button onClick={onRetry}>{t('retry')}</Button>} />
  );
}
