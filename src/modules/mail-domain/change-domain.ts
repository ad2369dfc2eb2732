import type { Work } from '../../platform/work.ts';
import { refuse } from './refusals.ts';
import { readStated } from './spf/stated.ts';
import { endAlarm, lockMailDomain, saveStated } from './store.ts';

type Change = { dkimSelectors?: string[]; spfPart?: string | null; alarmSeen?: true };

/**
 * Names the DKIM keys that our mails are signed with, says what stands for our mail server in the SPF record (`null` or empty: it is derived again), or
 * takes note of an alarm. What is as it was leaves no event. Refuses `spf-part-invalid`.
 */
export async function changeDomain({ tx, workspace, record }: Work, { dkimSelectors, spfPart, alarmSeen }: Change): Promise<void> {
  const stated = spfPart === undefined ? undefined : mechanismsOf(spfPart ?? '');
  const { alarm, ...before } = await lockMailDomain(tx, workspace.id);
  const subject = { type: 'workspace', id: workspace.id };
  const after = {
    dkimSelectors: dkimSelectors ? [...new Set(dkimSelectors)] : before.dkimSelectors,
    spfMechanisms: stated ?? before.spfMechanisms,
  };
  const changed = (['dkimSelectors', 'spfMechanisms'] as const).filter((name) => after[name].join() !== before[name].join());
  if (changed.length > 0) {
    await saveStated(tx, workspace.id, after);
    const part = (of: typeof after) => Object.fromEntries(changed.map((name) => [name, of[name]]));
    record('mail-domain.changed', subject, { before: part(before), after: part(after) });
  }
  if (!alarmSeen || alarm.length === 0) return;
  await endAlarm(tx, workspace.id);
  record('mail-domain.alarm-seen', subject, { after: Object.fromEntries(alarm.map(({ kind, to }) => [kind, to])) });
}

function mechanismsOf(typed: string): string[] {
  const read = readStated(typed);
  if ('mechanisms' in read) return read.mechanisms;
  throw refuse('spf-part-invalid', { pointer: '/spfPart', values: { word: read.fault.slice(0, 80) } });
}
