import { z } from 'zod';
import { Instant, line, route, Uuid } from '../../platform/http/contract.ts';

const tag = 'session';

export const MeView = z.object({
  userId: Uuid,
  accountId: Uuid,
  name: z.string(),
  accountName: z.string(),
  administrator: z.boolean(),
  language: z.enum(['de', 'en']),
  workspace: z.object({ name: z.string(), language: z.enum(['de', 'en']), timeZone: z.string() }),
  version: z.string(),
  allowed: z.array(z.enum(['edit', 'change-password'])),
});
export type MeView = z.infer<typeof MeView>;

export const SessionView = z.object({
  id: Uuid,
  current: z.boolean(),
  device: z.string(),
  network: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
});
export type SessionView = z.infer<typeof SessionView>;

export const signInContract = {
  signIn: route({
    method: 'POST',
    path: '/sessions',
    right: 'public',
    tag,
    summary: 'Sign in to the console',
    body: z.strictObject({ accountName: line(320), password: z.string().max(1024), remember: z.boolean().default(false) }),
    response: MeView,
    status: 201,
  }),
  signOut: route({ method: 'DELETE', path: '/sessions/current', right: 'user', tag, summary: 'Sign out' }),
  listSessions: route({
    method: 'GET',
    path: '/sessions',
    right: 'user',
    tag,
    summary: 'My devices',
    response: z.object({ items: z.array(SessionView) }),
  }),
  endSession: route({
    method: 'DELETE',
    path: '/sessions/{sessionId}',
    right: 'user',
    tag,
    summary: 'Sign one of my devices out',
    params: z.object({ sessionId: Uuid }),
  }),
  endOtherSessions: route({ method: 'DELETE', path: '/sessions', right: 'user', tag, summary: 'Sign all my other devices out' }),
  getMe: route({ method: 'GET', path: '/me', right: 'user', tag, summary: 'Who I am and what I may do', response: MeView }),
  changeMe: route({
    method: 'PATCH',
    path: '/me',
    right: 'user',
    tag,
    summary: 'Change my own profile',
    body: z.strictObject({ language: z.enum(['de', 'en']).optional(), name: line(200, 1).optional() }),
    response: MeView,
  }),
  changeMyPassword: route({
    method: 'POST',
    path: '/me/password',
    right: 'user',
    tag,
    summary: 'Change my password; other devices are signed out',
    body: z.strictObject({ currentPassword: z.string().max(1024), newPassword: z.string().max(1024) }),
  }),
};
