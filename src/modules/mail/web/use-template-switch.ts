import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tellProblem } from '../../../web/ui/tell.ts';
import { tellWithUndo } from '../../../web/ui/tell-undo.tsx';
import { mailContract, type TemplateView } from '../contract.ts';
import { mailPhrases } from './phrases.ts';

/** Switches a template on or off at once, says what that breaks, and offers to take it back. */
export function useTemplateSwitch() {
  const t = usePhrases(mailPhrases);
  const change = useChange(
    ({ key, active }: { key: string; active: boolean; isUndo?: boolean }) =>
      api(mailContract.switchTemplate, { params: { key }, body: { active } }),
    (template, { isUndo }) => {
      if (isUndo) return;
      const { label, consequence } = template;
      tellWithUndo({
        message: template.active ? t('switchedOn', { template: label }) : t('switchedOff', { template: label, consequence }),
        undo: t('undo'),
        onUndo: () => run(template, !template.active, true),
      });
    },
  );
  const run = (template: TemplateView, active: boolean, isUndo = false) =>
    change.mutate({ key: template.key, active, isUndo }, { onError: (error) => tellProblem(error.problem) });
  return { run, isBusy: change.isPending };
}
