import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';

type SearchFieldProps = { label: string; value: string | undefined; onSearch: (value: string | undefined) => void };

/** The search of a list. What is typed reaches the address a quarter of a second after the last key. */
export function SearchField({ label, value = '', onSearch }: SearchFieldProps) {
  const t = usePhrases(shellPhrases);
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);

  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);

  useEffect(() => {
    if (typed.trim() === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed.trim();
      onSearch(typed.trim() || undefined);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);

  return (
    <TextInput
      type="search"
      role="searchbox"
      data-list-search
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={17} aria-hidden />}
      rightSection={
        typed && (
          <ActionIcon variant="subtle" c="inherit" aria-label={t('clearSearch')} onClick={() => setTyped('')}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )
      }
      w={{ base: '100%', sm: 320 }}
    />
  );
}
