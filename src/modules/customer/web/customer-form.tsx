import { SimpleGrid, TextInput } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { Section } from '../../../web/ui/section.tsx';
import type { DraftOf } from '../../../web/ui/use-draft.ts';
import type { CustomerView } from '../contract.ts';
import { customerPhrases } from './phrases.ts';

/** The form's values; empty texts stand for absent ones. */
export type CustomerFields = { name: string; externalId: string; street: string; postalCode: string; city: string; country: string };

export const noCustomer: CustomerFields = { name: '', externalId: '', street: '', postalCode: '', city: '', country: '' };

export const customerFieldsOf = (customer: CustomerView): CustomerFields => ({
  name: customer.name,
  externalId: customer.externalId ?? '',
  street: customer.street ?? '',
  postalCode: customer.postalCode ?? '',
  city: customer.city ?? '',
  country: customer.country ?? '',
});

const orNull = (text: string): string | null => text.trim() || null;

export const customerBodyOf = (fields: CustomerFields) => ({
  name: fields.name,
  externalId: orNull(fields.externalId),
  street: orNull(fields.street),
  postalCode: orNull(fields.postalCode),
  city: orNull(fields.city),
  country: orNull(fields.country),
});

export function useCustomerLabels(): Record<keyof CustomerFields, string> {
  const t = usePhrases(customerPhrases);
  return {
    name: t('name'),
    externalId: t('externalId'),
    street: t('street'),
    postalCode: t('postalCode'),
    city: t('city'),
    country: t('country'),
  };
}

/** Name, number and address of a company. */
export function CustomerFormFields({ draft, isNew = false }: { draft: DraftOf<CustomerFields>; isNew?: boolean }) {
  const t = usePhrases(customerPhrases);
  const labels = useCustomerLabels();
  return (
    <Section title={t('facts')} id="company-facts">
      <TextInput
        label={labels.name}
        required
        {...draft.text('name')}
        autoComplete="off"
        {...(isNew && { 'data-autofocus': true, autoFocus: true })}
      />
      <TextInput label={labels.externalId} {...draft.text('externalId')} autoComplete="off" />
      <TextInput label={labels.street} {...draft.text('street')} autoComplete="off" />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={labels.postalCode} {...draft.text('postalCode')} autoComplete="off" />
        <TextInput label={labels.city} {...draft.text('city')} autoComplete="off" />
      </SimpleGrid>
      <TextInput label={labels.country} {...draft.text('country')} autoComplete="off" />
    </Section>
  );
}
