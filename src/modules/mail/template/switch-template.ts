import type { Work } from '../../../platform/work.ts';
import { withdrawMessages } from '../outbox/outbox-store.ts';
import { refuse } from '../refusals.ts';
import { saveTemplateSwitch } from './template-store.ts';
import { findTemplate } from './templates.ts';

/**
 * Switches a template on or off (B016). Off, it is never sent by any trigger (B017): mails that still wait are withdrawn here and now, visibly.
 * Refuses `unknown-template`. Switching to what is already so changes nothing.
 */
export async function switchTemplate({ tx, now, workspace, record }: Work, key: string, active: boolean): Promise<void> {
  const template = findTemplate(key);
  if (!template) throw refuse('unknown-template');
  if (!(await saveTemplateSwitch(tx, { workspaceId: workspace.id, key: template.key, active, changedAt: now }))) return;

  const withdrawn = active
    ? 0
    : await withdrawMessages(tx, { workspaceId: workspace.id, templateKey: template.key, cause: 'template-inactive', now });
  // A template has no id of its own; the event belongs to the workspace and names it.
  const subject = { type: 'workspace', id: workspace.id };
  record('mail-template.switched', subject, {
    before: { template: template.key, active: !active },
    after: { template: template.key, active, withdrawn },
  });
}
