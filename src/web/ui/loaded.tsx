import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProblemError } from '../api.ts';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { ProblemView } from './problem-view.tsx';

/** Draws what was read; until then a skeleton of about the same height, after a failure the reason. */
export function Loaded<Data>({
  query,
  lines = 6,
  children,
}: {
  query: UseQueryResult<Data, ProblemError>;
  lines?: number;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemView error={query.error} onRetry={() => query.refetch()} />;
  return <Waiting lines={lines} />;
}

export function Waiting({ lines = 6 }: { lines?: number }) {
  const t = usePhrases(shellPhrases);
  return (
    <Stack gap="sm" aria-busy="true">
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without content never change places
        <Skeleton key={index} height={28} width={index % 3 === 2 ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}
