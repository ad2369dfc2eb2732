import { api, type ProblemError, problemOf } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tell } from '../../../web/ui/tell.ts';
import { mailContract } from '../contract.ts';
import type { TemplateDraft, TemplateVariant } from './template-draft.ts';
import { templatePhrases } from './template-phrases.ts';
import { savedWord } from './template-words.ts';

type Saving = { drafts: TemplateDraft[]; isActive: boolean; portalId: string | undefined; onFailed: (variant: TemplateVariant) => void };

/** Saves what was changed, one form of address after the other. What could not be saved stays as it was typed, and says why. */
export function useTemplateSave({ drafts, isActive, portalId, onFailed }: Saving) {
  const t = usePhrases(templatePhrases);
  const place = (variant: TemplateVariant, key: string) => ({ params: { key, variant }, ...(portalId && { query: { portalId } }) });

  const saveOne = async (draft: TemplateDraft): Promise<boolean> => {
    const { variant, base, content } = draft;
    try {
      draft.accept(await api(mailContract.saveTemplateVariant, { ...place(variant, base.key), body: { content }, version: base.version }));
      return true;
    } catch (error) {
      await explain(draft, error as ProblemError);
      return false;
    }
  };

  /** Where somebody else was faster, their words are read, and the person decides. */
  const explain = async (draft: TemplateDraft, error: ProblemError): Promise<void> => {
    const problem = problemOf(error);
    onFailed(draft.variant);
    if (problem.status !== 412) return draft.fail(problem);
    try {
      draft.overtaken(await api(mailContract.getTemplateVariant, place(draft.variant, draft.base.key)));
    } catch (failure) {
      draft.fail(problemOf(failure));
    }
  };

  const change = useChange(
    async () => {
      const saved: boolean[] = [];
      for (const draft of drafts.filter(({ isDirty }) => isDirty)) saved.push(await saveOne(draft));
      return saved.every(Boolean);
    },
    (all) => {
      if (all) tell(t(savedWord(isActive)));
    },
  );
  return { isBusy: change.isPending, submit: () => change.mutate() };
}
