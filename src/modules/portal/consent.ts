import type { PortalId } from './portal.ts';

/** What somebody agrees to when they register. `version` counts the wordings under one key, from 1. */
export type Consent = {
  portalId: PortalId;
  key: string;
  version: number;
  textDe: string;
  textEn: string;
  /** Where the full text can be read. */
  url: string | null;
  required: boolean;
};

export type ConsentOrder = Omit<Consent, 'portalId' | 'version'>;

/** Whether two wordings are the same agreement; whether it is required is no part of what somebody agreed to. */
export const isSameWording = (one: ConsentOrder, other: ConsentOrder): boolean =>
  one.textDe === other.textDe && one.textEn === other.textEn && one.url === other.url;
