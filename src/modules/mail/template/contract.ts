import { z } from 'zod';
import { Instant, route } from '../../../platform/http/contract.ts';

const tag = 'mail';

export const TemplateView = z.object({
  key: z.string(),
  section: z.enum(['customers', 'users', 'team', 'system']),
  label: z.string(),
  description: z.string(),
  active: z.boolean(),
  /** What no longer happens while the template is switched off. */
  consequence: z.string(),
  lastSentAt: Instant.nullable(),
  previews: z.array(z.object({ variant: z.enum(['de', 'de-DU', 'en']), subject: z.string(), html: z.string(), text: z.string() })),
  allowed: z.array(z.enum(['switch'])),
});
export type TemplateView = z.infer<typeof TemplateView>;

export const templateContract = {
  listTemplates: route({
    method: 'GET',
    path: '/mail/templates',
    right: 'user',
    tag,
    summary: 'Mail templates by section',
    response: z.object({ items: z.array(TemplateView) }),
  }),
  getTemplate: route({
    method: 'GET',
    path: '/mail/templates/{key}',
    right: 'user',
    tag,
    summary: 'One mail template with its previews',
    params: z.object({ key: z.string().max(50) }),
    response: TemplateView,
  }),
  switchTemplate: route({
    method: 'PATCH',
    path: '/mail/templates/{key}',
    right: 'administrator',
    tag,
    summary: 'Switch a mail template on or off',
    params: z.object({ key: z.string().max(50) }),
    body: z.strictObject({ active: z.boolean() }),
    response: TemplateView,
  }),
};
