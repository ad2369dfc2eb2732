import { z } from 'zod';
import { line, route, Uuid } from '../../platform/http/contract.ts';

const tag = 'workspace';

export const LifetimesView = z.object({
  setPassword: z.string(),
  welcome: z.string(),
  activation: z.string(),
  reset: z.string(),
  emailChange: z.string(),
  invitation: z.string(),
  session: z.string(),
  sessionRemembered: z.string(),
  impersonation: z.string(),
  resendCooldown: z.string(),
});

export const WorkspaceView = z.object({
  id: Uuid,
  slug: z.string(),
  name: z.string(),
  language: z.enum(['de', 'en']),
  addressForm: z.enum(['sie', 'du']),
  timeZone: z.string(),
  /** Lengths of time like `48h`. */
  lifetimes: LifetimesView,
  passwordMinimumLength: z.number().int(),
  version: z.number().int(),
  allowed: z.array(z.enum(['edit'])),
});
export type WorkspaceView = z.infer<typeof WorkspaceView>;

const length = z.string().regex(/^\d{1,6}[smhd]$/);

export const WorkspaceChange = z.strictObject({
  name: line(200, 1).optional(),
  language: z.enum(['de', 'en']).optional(),
  addressForm: z.enum(['sie', 'du']).optional(),
  timeZone: z.string().max(60).optional(),
  lifetimes: z
    .strictObject(
      Object.fromEntries(Object.keys(LifetimesView.shape).map((name) => [name, length.optional()])) as Record<
        keyof typeof LifetimesView.shape,
        z.ZodOptional<typeof length>
      >,
    )
    .optional(),
  passwordMinimumLength: z.number().int().min(8).max(64).optional(),
});

export const workspaceContract = {
  getWorkspace: route({
    method: 'GET',
    path: '/workspace',
    right: 'user',
    tag,
    summary: 'The workspace and its rules',
    response: WorkspaceView,
    versioned: true,
  }),
  changeWorkspace: route({
    method: 'PATCH',
    path: '/workspace',
    right: 'administrator',
    tag,
    summary: 'Change the workspace',
    body: WorkspaceChange,
    response: WorkspaceView,
    versioned: true,
  }),
};
