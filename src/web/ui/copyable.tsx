import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { AddressText } from './address-text.tsx';
import { copyText } from './clipboard.ts';
import styles from './copyable.module.css';

/** A button that copies and says that it did. */
export function CopyButton({ value, label, name }: { value: string; label?: string; name: string }) {
  const t = usePhrases(shellPhrases);
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={isCopied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      aria-label={isCopied ? undefined : `${label ?? t('copy')}: ${name}`}
      aria-live="polite"
      onClick={() => copyText(value).then(() => setCopied(true))}
    >
      {isCopied ? t('copied') : (label ?? t('copy'))}
    </Button>
  );
}

/** An address or a number that people hand on: shown whole, copied with one click. */
export function Copyable({ value, name, label }: { value: string; name: string; label?: string }) {
  return (
    <div className={styles.row}>
      <code className={styles.value}>
        <AddressText address={value} />
      </code>
      <CopyButton value={value} name={name} {...(label && { label })} />
    </div>
  );
}
