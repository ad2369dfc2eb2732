import { Group, SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { MailFrame } from '../../../web/ui/mail-frame.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { mailContract, type TemplateView } from '../contract.ts';
import styles from './template.module.css';
import type { TemplateContent, TemplateVariant } from './template-draft.ts';
import { type PickedPerson, TemplatePersonPicker } from './template-person-picker.tsx';
import { templatePhrases } from './template-phrases.ts';
import { Reduced } from './template-reduced.tsx';

export type Look = { variant: TemplateVariant; content: TemplateContent; contactId: string | undefined; portalId: string | undefined };

/** How the server draws what is being written, and what it finds wrong with it; a third of a second after the last key. */
export function useTemplatePreview(key: string, look: Look) {
  const [asked] = useDebouncedValue(JSON.stringify(look), 350);
  return useQuery({
    queryKey: [mailContract.previewTemplate.path, key, asked],
    queryFn: ({ signal }) => api(mailContract.previewTemplate, { params: { key }, body: JSON.parse(asked) as Look, signal }),
    placeholderData: keepPreviousData,
  });
}

export type TemplatePreviewAnswer = ReturnType<typeof useTemplatePreview>;

const views = ['desktop', 'phone', 'dark', 'plain'] as const;
export type PreviewView = (typeof views)[number];

type PreviewProps = {
  template: TemplateView;
  variant: TemplateVariant;
  preview: TemplatePreviewAnswer;
  person: PickedPerson | undefined;
  onPerson: (person: PickedPerson | undefined) => void;
  view: PreviewView;
  onView: (view: PreviewView) => void;
  aside: ReactNode;
  /** Whose mail it is, where more than one stands beside it. */
  choice?: ReactNode;
};

/** A mail with its usual margins, beside it the frame's own. */
const screenWidth = 680;

/** The mail as it looks to a person: on a screen, on a telephone, in the dark, as text. */
export function TemplatePreview({ template, variant, preview, person, onPerson, view, onView, aside, choice }: PreviewProps) {
  const t = usePhrases(templatePhrases);
  const { data, error } = preview;
  return (
    <Section title={`${t('preview')}: ${t(variant)}`} note={t('previewNote')} id="preview" aside={aside}>
      {choice}
      <Group gap="sm" align="flex-end">
        <TemplatePersonPicker person={person} onPick={onPerson} />
        <SegmentedControl aria-label={t('view')} value={view} onChange={onView} data={views.map((value) => ({ value, label: t(value) }))} />
      </Group>
      {error && (
        <Notice tone="bad">
          <p>{error.problem.detail}</p>
        </Notice>
      )}
      {data && (
        <>
          <Text>
            <Text span c="dimmed">
              {t('subject')}:{' '}
            </Text>
            {data.subject}
          </Text>
          {view === 'plain' ? (
            <pre className={styles.plain} lang={variant === 'en' ? 'en' : 'de'}>
              {data.text}
            </pre>
          ) : (
            <Reduced width={view === 'phone' ? undefined : screenWidth}>
              <MailFrame
                html={data.html}
                title={t('previewOf', { template: template.label })}
                width={view === 'phone' ? 'phone' : 'desktop'}
                scheme={view === 'dark' ? 'dark' : 'light'}
              />
            </Reduced>
          )}
        </>
      )}
    </Section>
  );
}
