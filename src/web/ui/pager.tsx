import { Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';

type PagerProps = { previous: string | null; next: string | null; onCursor: (cursor: string) => void };

/** Paging by cursor in both directions; absent where everything is on one page. */
export function Pager({ previous, next, onCursor }: PagerProps) {
  const t = usePhrases(shellPhrases);
  if (!previous && !next) return null;
  return (
    <Group component="nav" aria-label={t('paging')} justify="flex-end" gap="xs">
      <Button
        variant="default"
        size="sm"
        disabled={!previous}
        onClick={() => previous && onCursor(previous)}
        leftSection={<IconChevronLeft size={16} aria-hidden />}
      >
        {t('pageBefore')}
      </Button>
      <Button
        variant="default"
        size="sm"
        disabled={!next}
        onClick={() => next && onCursor(next)}
        rightSection={<IconChevronRight size={16} aria-hidden />}
      >
        {t('pageAfter')}
      </Button>
    </Group>
  );
}
