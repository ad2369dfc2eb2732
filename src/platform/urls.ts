import type { Settings } from './settings.ts';

/** Where this installation is reached: the origin of every link, and the domain that workspaces are named below. */
export type Urls = { baseUrl: string; baseDomain: string | undefined };

/** Without a public address, everything is on this machine; production refuses to start that way (see settings). */
export const urlsOf = (settings: Settings, port: number): Urls => ({
  baseUrl: settings.baseUrl ?? `http://localhost:${port}`,
  baseDomain: settings.baseDomain,
});
