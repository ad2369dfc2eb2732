import { NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { SaveBar } from '../../../web/ui/save-bar.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { UnsavedGuard } from '../../../web/ui/unsaved-guard.tsx';
import { portalContract } from '../../portal/contract.ts';
import { mailContract, type TemplateVariantView, type TemplateView } from '../contract.ts';
import styles from './template.module.css';
import { type TemplateDraft, type TemplateVariant, templateVariants, useTemplateDraft } from './template-draft.ts';
import { TemplateNotices } from './template-notices.tsx';
import type { PickedPerson } from './template-person-picker.tsx';
import { templatePhrases } from './template-phrases.ts';
import { type Look, type PreviewView, TemplatePreview, type TemplatePreviewAnswer, useTemplatePreview } from './template-preview.tsx';
import { TemplateTestMail } from './template-test-mail.tsx';
import { TemplateVariantEditor } from './template-variant.tsx';
import { useTemplateSave } from './use-template-save.ts';
import { type TemplateViewState, useTemplateView } from './use-template-view.ts';

/** The words of one template in all forms of address, for all portals or one. */
export function TemplateEditor({ template }: { template: TemplateView }) {
  const [portalId, setPortalId] = useState<string>();
  const view = useTemplateView();
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
                  view={view}
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
  view: TemplateViewState;
  portalId: string | undefined;
  onPortal: (portalId: string | undefined) => void;
};

function Editor({ template, stored, view, portalId, onPortal }: EditorProps) {
  const { active, isBeside, tab } = view;
  const [person, setPerson] = useState<PickedPerson>();
  const [previewView, setPreviewView] = useState<PreviewView>('desktop');
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
  const form = useRef<HTMLFormElement>(null);
  const save = useTemplateSave({
    drafts: all,
    isActive: template.active,
    portalId,
    onFailed: (variant) => {
      view.show(variant);
      // Why it was not saved stands above the words, which are longer than a screen.
      requestAnimationFrame(() => form.current?.scrollIntoView({ block: 'start' }));
    },
  });
  useSaveKey(form);

  return (
    <div ref={view.workbench} className={styles.workbench} data-beside={isBeside || undefined}>
      {!isBeside && <TabChoice view={view} />}
      <form
        ref={form}
        noValidate
        data-below={(!isBeside && tab !== 'words') || undefined}
        onSubmit={(event) => {
          event.preventDefault();
          if (isDirty) save.submit();
        }}
      >
        <Stack gap="md">
          {(isBeside || tab === 'words') && (
            <Words template={template} view={view} drafts={drafts} previews={previews} portalId={portalId} onPortal={onPortal} />
          )}
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
      {(isBeside || tab === 'preview') && (
        <div className={styles.look}>
          <TemplatePreview
            template={template}
            variant={active}
            preview={previews[active]}
            person={person}
            onPerson={setPerson}
            view={previewView}
            onView={setPreviewView}
            aside={mayEdit && <TemplateTestMail template={template} look={lookOf(active)} />}
            choice={!isBeside && <VariantChoice view={view} withAll={false} />}
          />
        </div>
      )}
    </div>
  );
}

type WordsProps = Omit<EditorProps, 'stored'> & {
  drafts: Record<TemplateVariant, TemplateDraft>;
  previews: Record<TemplateVariant, TemplatePreviewAnswer>;
};

function Words({ template, view, drafts, previews, portalId, onPortal }: WordsProps) {
  const t = usePhrases(templatePhrases);
  const mayEdit = template.allowed.includes('edit');
  const all = templateVariants.map((variant) => drafts[variant]);
  return (
    <Section title={t('wording')} note={mayEdit ? t('wordingNote') : t('mayNotEdit')} id="wording">
      <div className={styles.choices}>
        <VariantChoice view={view} withAll={view.isWide} />
        <PortalChoice portalId={portalId} onPortal={onPortal} isLocked={all.some(({ isDirty }) => isDirty)} />
      </div>
      <TemplateNotices drafts={all} fields={template.fields} />
      <div className={styles.columns} data-count={view.shown.length}>
        {view.shown.map((variant) => (
          <TemplateVariantEditor
            // Fields that grow with their words measure them once; another width needs fresh ones.
            key={`${variant} ${view.shown.length}`}
            template={template}
            draft={drafts[variant]}
            faults={previews[variant].data?.faults ?? []}
            omissions={previews[variant].data?.omissions ?? []}
            portalId={portalId}
            disabled={!mayEdit}
            onActive={() => view.activate(variant)}
          />
        ))}
      </div>
    </Section>
  );
}

/** The words or how they look, where there is no room for both. */
function TabChoice({ view: { tab, turnTo } }: { view: TemplateViewState }) {
  const t = usePhrases(templatePhrases);
  return (
    <div className={styles.tabs}>
      <SegmentedControl
        fullWidth
        aria-label={t('show')}
        value={tab}
        onChange={turnTo}
        data={[
          { value: 'words', label: t('wording') },
          { value: 'preview', label: t('preview') },
        ]}
      />
    </div>
  );
}

/** One form of address, or all of them side by side. */
function VariantChoice({ view, withAll }: { view: TemplateViewState; withAll: boolean }) {
  const t = usePhrases(templatePhrases);
  return (
    <SegmentedControl
      aria-label={t('variant')}
      value={withAll && view.isSideBySide ? 'all' : view.active}
      onChange={view.choose}
      data={[
        ...templateVariants.map((value) => ({ value, label: t(value) })),
        ...(withAll ? [{ value: 'all' as const, label: t('all') }] : []),
      ]}
    />
  );
}

/** Ctrl+S saves, as people are used to. */
function useSaveKey(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [form]);
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
