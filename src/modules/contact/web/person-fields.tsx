import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { Section } from '../../../web/ui/section.tsx';
import type { DraftOf } from '../../../web/ui/use-draft.ts';
import { CompanyPicker } from './company-picker.tsx';
import type { ContactFields } from './contact-draft.ts';
import { PhoneFields } from './phone-fields.tsx';
import { contactPhrases } from './phrases.ts';

/** Who the person is. */
export function PersonFields({ draft, companyName }: { draft: DraftOf<ContactFields>; companyName: string }) {
  const t = usePhrases(contactPhrases);
  const [company, setCompany] = useState(companyName);
  const select = <Name extends 'salutation' | 'language' | 'addressForm'>(name: Name) => ({
    ...draft.choice(name),
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value as ContactFields[Name]),
  });

  return (
    <Section title={t('person')} id="person">
      <Stack gap="md">
        <CompanyPicker
          id="field-customerId"
          label={t('company')}
          required
          name={draft.changed('customerId') ? company : companyName}
          error={draft.errorOf('customerId')}
          onPick={({ id, name }) => {
            setCompany(name);
            draft.set('customerId', id);
          }}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('salutation')}
            {...select('salutation')}
            data={[
              { value: '', label: t('salutationNone') },
              { value: 'frau', label: t('frau') },
              { value: 'herr', label: t('herr') },
            ]}
          />
          <TextInput label={t('title')} placeholder={t('titleExample')} {...draft.text('title')} autoComplete="off" />
          <TextInput label={t('firstName')} {...draft.text('firstName')} autoComplete="off" />
          <TextInput label={t('lastName')} required {...draft.text('lastName')} autoComplete="off" />
        </SimpleGrid>
        <TextInput label={t('email')} type="email" inputMode="email" {...draft.text('email')} autoComplete="off" spellCheck={false} />
        <PhoneFields {...draft.choice('phones')} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <NativeSelect
            label={t('language')}
            {...select('language')}
            data={[
              { value: '', label: t('likeWorkspace') },
              { value: 'de', label: t('german') },
              { value: 'en', label: t('english') },
            ]}
          />
          <NativeSelect
            label={t('addressForm')}
            {...select('addressForm')}
            data={[
              { value: '', label: t('likeWorkspace') },
              { value: 'sie', label: t('sie') },
              { value: 'du', label: t('du') },
            ]}
          />
          <TextInput label={t('externalId')} {...draft.text('externalId')} autoComplete="off" />
        </SimpleGrid>
      </Stack>
    </Section>
  );
}
