import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { listWorkspaces } from './store.ts';
import { baseUrlOf, type Workspace } from './workspace.ts';

/** Finds the workspace that a request is meant for. */
export type Workspaces = {
  /** By host name (without port). With a single workspace every host serves it; with several an unknown host serves none. */
  at(host: string): Promise<Workspace | undefined>;
  list(): Promise<Workspace[]>;
  /** After a change: the next question asks the database. */
  forget(): void;
};

const believedFor = 1000;

/** Reads the workspaces at most once a second; `monotonic` is in milliseconds and never jumps. */
export function createWorkspaces(
  db: Kysely<Schema>,
  urls: { baseUrl: string; baseDomain: string | undefined },
  monotonic: () => number,
): Workspaces {
  let known: { workspaces: Promise<Workspace[]>; readAt: number } | undefined;

  function list(): Promise<Workspace[]> {
    if (known && monotonic() - known.readAt < believedFor) return known.workspaces;
    const workspaces = listWorkspaces(db).then((stored) =>
      stored.map((workspace) => ({ ...workspace, baseUrl: baseUrlOf(workspace.slug, urls) })),
    );
    workspaces.catch(() => {
      known = undefined;
    });
    known = { workspaces, readAt: monotonic() };
    return workspaces;
  }

  return {
    list,
    forget() {
      known = undefined;
    },
    async at(host) {
      const workspaces = await list();
      if (workspaces.length === 1) return workspaces[0];
      return workspaces.find((workspace) => new URL(workspace.baseUrl).hostname === host.toLowerCase());
    },
  };
}
