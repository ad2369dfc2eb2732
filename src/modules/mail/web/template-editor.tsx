import { NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { SaveBar } from '../../../web/ui/save-bar.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { UnsavedGuard } from '../../../web/ui/unsaved-guard.tsx';
import { portalContract } from '../../portal/contract.ts';
import { mailContract, type TemplateVariantView, type TemplateView } from '../contract.ts';
import styles from './template.module.css';
import { type TemplateVariant, templateVariants, useTemplateDraft } from './template-draft.ts';
import { TemplateNotices } from './template-notices.tsx';
import type { PickedPerson } from './template-person-picker.tsx';
import { templatePhrases } from './template-phrases.ts';
import { type Look, TemplatePreview, useTemplatePreview } from './template-preview.tsx';
import { TemplateTestMail } from './template-test-mail.tsx';
import { TemplateVariantEditor } from './template-variant.tsx';
import { useTemplateSave } from './use-template-save.ts';

/** The words of one template in all forms of address, for all portals or one. */
export function TemplateEditor({ template }: { template: TemplateView }) {
  const [portalId, setPortalId] = useState<string>();
  const query = portalId ? { portalId } : {};
  const read = (variant: TemplateVariant) => ({ params: { key: template.key, variant }, query });
  const de = useRead(mailContract.getTemplateVariant, read('de'));
  const du = useRead(mailContract.getTemplateVariant, read('de-DU'));
  const en = useRead(mailContract.getTemplateVariant, read('en'));
  return (
    <Loaded query={de}>
      {(de) => (
        <Loaded query={du}>
          {(du) => (
            <Loaded query={en}>
              {(en) => (
                <Editor
                  key={portalId ?? ''}
                  template={template}
                  stored={{ de, 'de-DU': du, en }}
                  portalId={portalId}
                  onPortal={setPortalId}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type EditorProps = {
  template: TemplateView;
  stored: Record<TemplateVariant, TemplateVariantView>;
  portalId: string | undefined;
  onPortal: (portalId: string | undefined) => void;
};

function Editor({ template, stored, portalId, onPortal }: EditorProps) {
  const t = usePhrases(templatePhrases);
  const language = useLanguage();
  const isWide = useMediaQuery('(min-width: 1200px)', false, { getInitialValueInEffect: false });
  const [shown, setShown] = useState<TemplateVariant | 'all'>(isWide ? 'all' : language);
  const [active, setActive] = useState<TemplateVariant>(language);
  const [person, setPerson] = useState<PickedPerson>();
  const drafts = { de: useTemplateDraft(stored.de), 'de-DU': useTemplateDraft(stored['de-DU']), en: useTemplateDraft(stored.en) };
  const lookOf = (variant: TemplateVariant): Look => ({ variant, content: drafts[variant].content, contactId: person?.id, portalId });
  const previews = {
    de: useTemplatePreview(template.key, lookOf('de')),
    'de-DU': useTemplatePreview(template.key, lookOf('de-DU')),
    en: useTemplatePreview(template.key, lookOf('en')),
  };
  const all = templateVariants.map((variant) => drafts[variant]);
  const isDirty = all.some((draft) => draft.isDirty);
  const mayEdit = template.allowed.includes('edit');
  const visible = shown === 'all' && isWide ? templateVariants : [shown === 'all' ? active : shown];
  const current = visible.includes(active) ? active : (visible[0] ?? active);
  const form = useRef<HTMLFormElement>(null);
  const show = (variant: TemplateVariant) => {
    setActive(variant);
    if (shown !== 'all' || !isWide) setShown(variant);
  };
  const save = useTemplateSave({
    drafts: all,
    portalId,
    onFailed: (variant) => {
      show(variant);
      // Why it was not saved stands above the words, which are longer than a screen.
      form.current?.scrollIntoView({ block: 'start' });
    },
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className={styles.workbench} data-beside={(isWide && visible.length === 1) || undefined}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isDirty) save.submit();
        }}
      >
        <Stack gap="md">
          <Section title={t('wording')} note={mayEdit ? t('wordingNote') : t('mayNotEdit')} id="wording">
            <div className={styles.choices}>
              <SegmentedControl
                aria-label={t('variant')}
                value={shown === 'all' && !isWide ? active : shown}
                onChange={(value) => {
                  setShown(value);
                  if (value !== 'all') setActive(value);
                }}
                data={[
                  ...(isWide ? [{ value: 'all' as const, label: t('all') }] : []),
                  ...templateVariants.map((value) => ({ value, label: t(value) })),
                ]}
              />
              <PortalChoice portalId={portalId} onPortal={onPortal} isLocked={isDirty} />
            </div>
            <TemplateNotices drafts={all} />
            <div className={styles.columns} data-count={visible.length}>
              {visible.map((variant) => (
                <TemplateVariantEditor
                  key={variant}
                  template={template}
                  draft={drafts[variant]}
                  faults={previews[variant].data?.faults ?? []}
                  portalId={portalId}
                  disabled={!mayEdit}
                  onActive={() => setActive(variant)}
                />
              ))}
            </div>
          </Section>
          {isDirty && (
            <SaveBar
              isDirty
              isBusy={save.isBusy}
              onDiscard={() => {
                for (const draft of all) draft.discard();
              }}
            />
          )}
        </Stack>
      </form>
      <UnsavedGuard when={isDirty && !save.isBusy} />
      <div className={styles.look}>
        <TemplatePreview
          template={template}
          variant={current}
          preview={previews[current]}
          person={person}
          onPerson={setPerson}
          aside={mayEdit && <TemplateTestMail templateKey={template.key} look={lookOf(current)} />}
        />
      </div>
    </div>
  );
}

type PortalChoiceProps = { portalId: string | undefined; onPortal: (portalId: string | undefined) => void; isLocked: boolean };

/** For all portals, or for one that says it in its own words. */
function PortalChoice({ portalId, onPortal, isLocked }: PortalChoiceProps) {
  const t = usePhrases(templatePhrases);
  const portals = useRead(portalContract.listPortals);
  return (
    <div>
      <NativeSelect
        label={t('portal')}
        value={portalId ?? ''}
        disabled={isLocked}
        onChange={(event) => onPortal(event.currentTarget.value || undefined)}
        data={[{ value: '', label: t('allPortals') }, ...(portals.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {isLocked && (
        <Text size="xs" c="dimmed">
          {t('portalLocked')}
        </Text>
      )}
    </div>
  );
}
