import { Button, Group } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import type { TemplateView } from '../contract.ts';
import { TemplateDifference } from './template-difference.tsx';
import type { TemplateDraft } from './template-draft.ts';
import { templatePhrases } from './template-phrases.ts';
import { fieldWords } from './template-words.ts';

type Fields = TemplateView['fields'];

/** Why something was not saved: what is wrong with it, or that somebody else was faster. */
export function TemplateNotices({ drafts, fields }: { drafts: TemplateDraft[]; fields: Fields }) {
  return drafts.flatMap((draft) => [
    draft.problem && <Refused key={`refused ${draft.variant}`} draft={draft} fields={fields} />,
    draft.newer && <Overtaken key={`overtaken ${draft.variant}`} draft={draft} fields={fields} />,
  ]);
}

function Refused({ draft: { variant, problem }, fields }: { draft: TemplateDraft; fields: Fields }) {
  const t = usePhrases(templatePhrases);
  const { shown } = fieldWords(fields, variant);
  const details = [...new Set((problem?.errors ?? []).map(({ detail }) => shown(detail)))];
  return (
    <Notice tone="bad" role="alert" title={t('notSaved', { variant: t(variant) })}>
      <p>{problem?.detail}</p>
      {details.length > 0 && (
        <ul>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Overtaken({ draft, fields }: { draft: TemplateDraft; fields: Fields }) {
  const t = usePhrases(templatePhrases);
  const { variant, base, newer, keep, accept } = draft;
  if (!newer) return null;
  return (
    <Notice tone="warn" role="alert" title={t('staleTitle', { variant: t(variant) })}>
      <p>{t('staleBody')}</p>
      <TemplateDifference before={base.content} after={newer.content} variant={variant} fields={fields} />
      <Group gap="xs" mt="sm">
        <Button size="xs" onClick={keep}>
          {t('keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => accept(newer)}>
          {t('dropMine')}
        </Button>
      </Group>
    </Notice>
  );
}
