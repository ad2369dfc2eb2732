import type { Handlers } from '../../../platform/http/serve.ts';
import type { templateContract } from './contract.ts';
import { getTemplate, listTemplates } from './list-templates.ts';
import { switchTemplate } from './switch-template.ts';

export const templateHandlers: Handlers<typeof templateContract> = {
  listTemplates: async ({ perform, variant }) => ({ items: await perform(listTemplates, variant) }),
  getTemplate: ({ perform, params, variant }) => perform(getTemplate, params.key, variant),
  switchTemplate: async ({ perform, params, body, variant }) => {
    await perform(switchTemplate, params.key, body.active);
    return perform(getTemplate, params.key, variant);
  },
};
