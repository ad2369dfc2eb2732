import { usePhrases } from '../../../web/language.ts';
import type { ContactFields } from './contact-draft.ts';
import { contactPhrases } from './phrases.ts';

/** The labels of the form's fields, and their values in words. */
export function useFieldWords() {
  const t = usePhrases(contactPhrases);
  const labels: Partial<Record<keyof ContactFields, string>> = {
    customerId: t('company'),
    salutation: t('salutation'),
    title: t('title'),
    firstName: t('firstName'),
    lastName: t('lastName'),
    email: t('email'),
    phones: t('phones'),
    language: t('language'),
    addressForm: t('addressForm'),
    externalId: t('externalId'),
    areas: t('areas'),
    password: t('passwordField'),
    portalId: t('portal'),
    sendPasswordLink: t('sendPassword'),
  };
  const words: Record<string, string> = { frau: t('frau'), herr: t('herr'), de: t('german'), en: t('english'), sie: t('sie'), du: t('du') };
  const show = (name: string, value: unknown): string => {
    if (Array.isArray(value)) return value.filter(Boolean).join(', ');
    const text = String(value ?? '');
    return ['salutation', 'language', 'addressForm'].includes(name) ? (words[text] ?? '') : text;
  };
  return { labels, show };
}
