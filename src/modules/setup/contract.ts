import { z } from 'zod';
import { line, route } from '../../platform/http/contract.ts';

export const SetupBody = z.strictObject({
  /** The secret of the one-time set-up address. */
  secret: z.string().max(100),
  workspace: line(200, 1),
  language: z.enum(['de', 'en']),
  addressForm: z.enum(['sie', 'du']),
  timeZone: z.string().max(60),
  name: line(200, 1),
  email: z.string().max(1000),
  password: z.string().max(1024),
});

/** What has been typed so far, to be judged before the next step. */
export const SetupCheck = SetupBody.partial().required({ secret: true });

export const setupContract = {
  getSetupState: route({
    method: 'GET',
    path: '/setup',
    right: 'public',
    tag: 'setup',
    summary: 'Whether this installation still waits to be set up',
    response: z.object({ waiting: z.boolean(), passwordMinimumLength: z.number().int() }),
  }),
  checkSetup: route({
    method: 'POST',
    path: '/setup/check',
    right: 'public',
    tag: 'setup',
    summary: 'Judge what has been typed so far by the rules of the set-up; changes nothing',
    body: SetupCheck,
  }),
  setUp: route({
    method: 'POST',
    path: '/setup',
    right: 'public',
    tag: 'setup',
    summary: 'Set up the workspace and its first administrator; works once, and signs in',
    body: SetupBody,
    response: z.object({ workspace: z.string(), accountName: z.string() }),
    status: 201,
  }),
};
