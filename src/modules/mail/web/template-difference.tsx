import { Text, VisuallyHidden } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import type { TemplateView } from '../contract.ts';
import styles from './template.module.css';
import { differenceOf, type Span } from './template-diff.ts';
import type { TemplateContent, TemplateVariant } from './template-draft.ts';
import { templatePhrases } from './template-phrases.ts';
import { fieldWords, shownContent } from './template-words.ts';

/** What one wording says differently from another, word by word. */
export function TemplateDifference({
  before,
  after,
  variant,
  fields,
}: {
  before: TemplateContent;
  after: TemplateContent;
  variant: TemplateVariant;
  fields: TemplateView['fields'];
}) {
  const t = usePhrases(templatePhrases);
  const words = fieldWords(fields, variant);
  const parts = differenceOf(shownContent(before, words), shownContent(after, words));
  if (parts.length === 0) return <Text>{t('noDifference')}</Text>;
  return (
    <dl className={styles.difference}>
      {parts.map(({ part, spans }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a finished comparison never change places
        <div key={index}>
          <dt>{t(part)}</dt>
          <dd lang={variant === 'en' ? 'en' : 'de'}>
            {spans.map((span, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Words key={place} span={span} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Words({ span: { kind, text } }: { span: Span }) {
  const t = usePhrases(templatePhrases);
  if (kind === 'same') return text;
  const Mark = kind === 'inserted' ? 'ins' : 'del';
  return (
    <Mark>
      <VisuallyHidden>{`[${t(kind)}: `}</VisuallyHidden>
      {text}
      <VisuallyHidden>{']'}</VisuallyHidden>
    </Mark>
  );
}
