import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { MailFrame } from '../../../web/ui/mail-frame.tsx';
import styles from './mail.module.css';
import { mailPhrases } from './phrases.ts';

type MailContentProps = { subject: string; html: string; text: string; raw?: string; links: 'open' | 'dead' };

/** A mail as its recipient sees it, formatted or as plain text; for technicians its source. */
export function MailContent({ subject, html, text, raw, links }: MailContentProps) {
  const t = usePhrases(mailPhrases);
  const [form, setForm] = useState('html');
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('formOfContent')}
        value={form}
        onChange={setForm}
        data={[
          { value: 'html', label: t('asHtml') },
          { value: 'text', label: t('asText') },
          ...(raw === undefined ? [] : [{ value: 'raw', label: t('asRaw') }]),
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      {form === 'html' ? (
        <MailFrame html={html} title={subject} links={links} />
      ) : (
        <pre className={styles.plain}>{form === 'text' ? text : raw}</pre>
      )}
    </Stack>
  );
}
