import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { tellProblem } from '../../../web/ui/tell.ts';
import { tellWithUndo } from '../../../web/ui/tell-undo.tsx';
import { mailContract, type TemplateView } from '../contract.ts';
import { mailPhrases } from './phrases.ts';
import { templatePhrases } from './template-phrases.ts';

/** What the switch means for the mails that wait at this moment, as it stands now; empty where none do. */
export function useWaitingWords() {
  const t = usePhrases(mailPhrases);
  const format = useFormat();
  return ({ waiting, active }: Pick<TemplateView, 'waiting' | 'active'>): string => {
    if (waiting === 0) return '';
    if (waiting === 1) return t(active ? 'leavesOne' : 'staysOne');
    return t(active ? 'leavesMany' : 'staysMany', { count: format.number(waiting) });
  };
}

/** Switches a template on or off at once, says what that breaks, and offers to take it back. */
export function useTemplateSwitch() {
  const t = usePhrases(templatePhrases);
  const waiting = useWaitingWords();
  const change = useChange(
    ({ key, active }: { key: string; active: boolean; isUndo?: boolean }) =>
      api(mailContract.switchTemplate, { params: { key }, body: { active } }),
    (template, { isUndo }) => {
      if (isUndo) return;
      const { label, consequence } = template;
      const said = template.active ? t('switchedOn', { template: label }) : t('switchedOff', { template: label, consequence });
      tellWithUndo({
        message: [said, waiting(template)].filter(Boolean).join(' '),
        undo: t('undo'),
        onUndo: () => run(template, !template.active, true),
      });
    },
  );
  const run = (template: TemplateView, active: boolean, isUndo = false) =>
    change.mutate({ key: template.key, active, isUndo }, { onError: (error) => tellProblem(error.problem) });
  return { run, isBusy: change.isPending };
}
