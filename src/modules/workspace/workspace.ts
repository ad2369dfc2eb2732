import type { Id } from '../../platform/id.ts';
import { type Language, type Variant, variantOf } from '../../platform/phrases.ts';
import type { Settings } from '../../platform/settings.ts';

export type WorkspaceId = Id<'workspace'>;

/** Lengths of time in milliseconds, by what they limit. */
export type Lifetimes = {
  setPassword: number;
  welcome: number;
  activation: number;
  reset: number;
  emailChange: number;
  invitation: number;
  session: number;
  sessionRemembered: number;
  impersonation: number;
  resendCooldown: number;
};

/** One operating company: its data, settings and people. Nothing crosses it. */
export type Workspace = {
  id: WorkspaceId;
  /** The label in front of the base domain, where one installation serves several workspaces. */
  slug: string;
  name: string;
  language: Language;
  addressForm: 'sie' | 'du';
  /** IANA name. */
  timeZone: string;
  lifetimes: Lifetimes;
  passwordMinimumLength: number;
  version: number;
  /** Scheme and host that every link of this workspace starts with. From the settings, never from a request (rule 2). */
  baseUrl: string;
};

/** The lifetimes that a new workspace starts with. */
export const defaultLifetimes = (settings: Settings): Lifetimes => ({
  setPassword: settings.lifetimeSetPassword,
  welcome: settings.lifetimeWelcome,
  activation: settings.lifetimeActivation,
  reset: settings.lifetimeReset,
  emailChange: settings.lifetimeEmailChange,
  invitation: settings.lifetimeInvitation,
  session: settings.lifetimeSession,
  sessionRemembered: settings.lifetimeSessionRemembered,
  impersonation: settings.lifetimeImpersonation,
  resendCooldown: settings.resendCooldown,
});

/** How the workspace speaks to people who have no preference of their own. */
export const variantOfWorkspace = (workspace: Pick<Workspace, 'language' | 'addressForm'>): Variant =>
  variantOf(workspace.language, workspace.addressForm);

/** A name as the label of a host: „Muster Energie GmbH“ becomes `muster-energie-gmbh`. */
export function slugOf(name: string): string {
  const plain = name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  const slug = plain
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug || 'workspace';
}

/** The base URL of a workspace: the installation's own, or its name below the base domain. */
export function baseUrlOf(slug: string, { baseUrl, baseDomain }: { baseUrl: string; baseDomain: string | undefined }): string {
  if (!baseDomain) return baseUrl;
  const url = new URL(baseUrl);
  return `${url.protocol}//${slug}.${baseDomain}${url.port ? `:${url.port}` : ''}`;
}
