import { defined } from '../../../platform/defined.ts';
import type { Handlers } from '../../../platform/http/serve.ts';
import type { Vault } from '../../../platform/secret.ts';
import type { WorkspaceId } from '../../workspace/index.ts';
import { changeMailSettings } from './change-setting.ts';
import { checkLimit, planTrial, recordCheck } from './check-setting.ts';
import type { settingContract } from './contract.ts';
import { examine, handOverNow, type MailTools } from './examine.ts';
import { type CountWaiting, getMailSettings } from './read-setting.ts';
import { planTestMail, recordTestMail } from './test-setting.ts';
import { placeOf, presentFinding, presentTest } from './views.ts';

/**
 * `settingsChanged`: nothing leaves by the settings before any more. `wake`: what waits may leave at once, by new settings, or by those that were just
 * found to work.
 */
export type SettingTools = MailTools & { vault: Vault; settingsChanged: (workspaceId: WorkspaceId) => Promise<void>; wake: () => void };

/** Servers are spoken to between two transactions, never inside one. */
export const settingHandlers = (tools: SettingTools & { countWaiting: CountWaiting }): Handlers<typeof settingContract> => ({
  getMailSettings: ({ perform, variant }) => perform(getMailSettings, { ...tools, variant }),

  changeMailSettings: async ({ perform, workspace, body, variant, ifMatch }) => {
    await perform(changeMailSettings, defined(body), { ...tools, expectedVersion: ifMatch });
    await tools.settingsChanged(workspace.id);
    tools.wake();
    return perform(getMailSettings, { ...tools, variant });
  },

  checkMailSettings: async ({ perform, body, variant, network }) => {
    const trial = await perform(planTrial, defined(body), { ...tools, network, limit: checkLimit });
    const finding = await examine(trial.subject, tools);
    await perform(recordCheck, trial, { ...tools, finding });
    tools.wake();
    return presentFinding(finding, placeOf(trial.subject, trial.choice.senderAddress), { variant, local: tools.local });
  },

  sendTestMail: async ({ perform, body: { to, ...typed }, variant, network }) => {
    const trial = await perform(planTestMail, { to, ...defined(typed) }, { ...tools, network, variant });
    const outcome = await handOverNow(trial.subject, trial.letter, tools);
    await perform(recordTestMail, trial, { ...tools, outcome });
    tools.wake();
    const place = { ...placeOf(trial.subject, trial.choice.senderAddress), to: trial.letter.to };
    return presentTest(outcome, place, { variant, local: tools.local });
  },
});
