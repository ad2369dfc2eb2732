import type { FastifyInstance } from 'fastify';
import type { Vault } from '../../platform/secret.ts';
import type { PasswordHasher } from '../password/index.ts';
import type { PageTools } from '../portal/index.ts';
import { registerForgottenPages } from './pages-forgotten.ts';
import { type NoteVisit, type OtherLinkPage, registerLinkPages } from './pages-link.ts';

/** The pages on which people without a password, or without the right one, get one. */
export function registerPasswordPages(
  app: FastifyInstance,
  tools: PageTools & {
    hasher: PasswordHasher;
    vault: Vault;
    wakeResets: () => void;
    noteVisit: NoteVisit;
    otherLinkPages: readonly OtherLinkPage[];
  },
): void {
  registerForgottenPages(app, tools);
  registerLinkPages(app, tools);
}
