import type { Variant } from '../../../platform/phrases.ts';
import type { Work } from '../../../platform/work.ts';
import { countWaitingByTemplate } from '../outbox/message-store.ts';
import { refuse } from '../refusals.ts';
import type { TemplateView } from '../template/contract.ts';
import type { Template } from '../template/template.ts';
import { listInactiveTemplates, listLastSent } from '../template/template-store.ts';
import { findTemplate, usedTemplates } from '../template/templates.ts';
import { listAdaptations } from '../template/version-store.ts';
import { presentTemplate } from '../template/views.ts';

/** B016: every template that something sends, by section. */
export const listTemplates = (work: Work, variant: Variant): Promise<TemplateView[]> => present(work, usedTemplates, variant);

/** Refuses `unknown-template`. */
export async function getTemplate(work: Work, key: string, variant: Variant): Promise<TemplateView> {
  const template = findTemplate(key);
  const [view] = template ? await present(work, [template], variant) : [];
  if (!view) throw refuse('unknown-template');
  return view;
}

async function present({ tx, now, workspace, actor }: Work, chosen: readonly Template[], variant: Variant): Promise<TemplateView[]> {
  const inactive = await listInactiveTemplates(tx, workspace.id);
  const lastSent = await listLastSent(
    tx,
    workspace.id,
    chosen.map(({ key }) => key),
  );
  const waiting = await countWaitingByTemplate(tx, workspace.id, now);
  const adaptations = await listAdaptations(tx, workspace.id);
  const mayBeChanged = actor.kind === 'user' && actor.administrator;
  return chosen.map((template) =>
    presentTemplate(template, {
      variant,
      active: !inactive.has(template.key),
      lastSentAt: lastSent.get(template.key),
      waiting: waiting.get(template.key) ?? 0,
      adapted: adaptations
        .filter(({ templateKey }) => templateKey === template.key)
        .map(({ variant, portalId }) => ({ variant, portalId })),
      mayBeChanged,
    }),
  );
}
