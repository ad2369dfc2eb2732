import { useRef } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { tellWithUndo } from '../../../web/ui/tell-undo.tsx';
import { mailContract, type TemplateVariantView } from '../contract.ts';
import type { TemplateDraft } from './template-draft.ts';
import { templatePhrases } from './template-phrases.ts';

type Target = number | 'original';
/** `undo`: what counted before, where it can be brought back. */
type Restoring = { target: Target; expected: number; undo: Target | undefined };

/** Brings back an earlier wording or the original, and offers to take that back: every version is kept. */
export function useTemplateRestore({
  draft,
  portalId,
  onDone,
}: {
  draft: TemplateDraft;
  portalId: string | undefined;
  onDone: () => void;
}) {
  const t = usePhrases(templatePhrases);
  const { variant, base } = draft;
  const hasOwn = base.source === (portalId ? 'portal' : 'workspace');
  const latest = useRef(draft);
  latest.current = draft;

  const change = useChange(
    ({ target, expected }: Restoring) =>
      api(mailContract.restoreTemplateVariant, {
        params: { key: base.key, variant },
        ...(portalId && { query: { portalId } }),
        body: { version: target },
        version: expected,
      }),
    (view, { undo }) => {
      latest.current.accept(view);
      onDone();
      say(view, undo);
    },
  );
  const say = ({ version, source }: TemplateVariantView, undo: Target | undefined) => {
    const isOriginal = source !== (portalId ? 'portal' : 'workspace');
    const message = t(isOriginal ? (portalId ? 'restoredShared' : 'restoredOriginal') : 'restored', { variant: t(variant) });
    if (undo === undefined) return tell(message);
    tellWithUndo({
      message,
      undo: t('undo'),
      // Words that were typed meanwhile are not thrown away for it.
      onUndo: () => (latest.current.isDirty ? tell(t('saveFirst')) : run({ target: undo, expected: version, undo: undefined })),
    });
  };
  const run = (restoring: Restoring) => change.mutate(restoring, { onError: (error) => tellProblem(error.problem) });

  return {
    hasOwn,
    isBusy: change.isPending,
    /** What cannot be read any more cannot come back either. */
    bringBack: (target: Target) => {
      const before = hasOwn ? base.version : 'original';
      run({ target, expected: base.version, undo: base.broken ? undefined : before });
    },
  };
}
