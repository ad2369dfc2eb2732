import type { Work } from '../../../platform/work.ts';
import { wakeMails } from '../outbox/aside-store.ts';
import { countWaitingByTemplate } from '../outbox/message-store.ts';
import { refuse } from '../refusals.ts';
import { saveTemplateSwitch } from '../template/template-store.ts';
import { findTemplate } from '../template/templates.ts';

/**
 * Switches a template on or off (B016). Off, it is never sent by any trigger (B017): mails that still wait lie in the queue, visibly, until it is on
 * again or their link runs out. Refuses `unknown-template`. Switching to what is already so changes nothing.
 */
export async function switchTemplate({ tx, now, workspace, record }: Work, key: string, active: boolean): Promise<void> {
  const template = findTemplate(key);
  if (!template) throw refuse('unknown-template');
  if (!(await saveTemplateSwitch(tx, { workspaceId: workspace.id, key: template.key, active, changedAt: now }))) return;

  if (active) await wakeMails(tx, workspace.id, { templateKey: template.key });
  const waiting = (await countWaitingByTemplate(tx, workspace.id, now)).get(template.key) ?? 0;
  // A template has no id of its own; the event belongs to the workspace and names it.
  const subject = { type: 'workspace', id: workspace.id };
  record('mail-template.switched', subject, {
    before: { template: template.key, active: !active },
    after: { template: template.key, active, waiting },
  });
}
