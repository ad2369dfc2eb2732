import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { missingProblem } from '../../../web/ui/missing-problem.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import { tell, tellAtLength } from '../../../web/ui/tell.ts';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { CompanyPicker } from '../../contact/web/company-picker.tsx';
import { assignmentContract } from '../assignment/contract.ts';
import type { AccessView } from '../contract.ts';
import { accessListPhrases } from '../list/phrases.ts';
import { accessPagePhrases } from './access-page-phrases.ts';
import type { Given } from './assign-dialog.tsx';

type NewFields = { customerId: string; salutation: '' | 'frau' | 'herr'; firstName: string; lastName: string; email: string };

/** What they typed of themselves is there already; of a name in one piece, the last word is the family's. */
const fieldsFrom = ({ name, salutation, firstName, lastName, email }: Given): NewFields => {
  const words = (name ?? '').split(/\s+/).filter(Boolean);
  return {
    customerId: '',
    salutation: salutation ?? '',
    firstName: firstName ?? words.slice(0, -1).join(' '),
    lastName: lastName ?? words.at(-1) ?? '',
    email,
  };
};

/** Adds a contact that is assigned at once: both happen or neither (B109). */
export function AssignNewContact({
  access,
  given,
  onBack,
  onDone,
}: {
  access: AccessView;
  given: Given;
  onBack: () => void;
  onDone: () => void;
}) {
  const t = usePhrases(accessPagePhrases);
  const list = usePhrases(accessListPhrases);
  const draft = useDraft(fieldsFrom(given));
  const [company, setCompany] = useState('');
  const { customerId, salutation, email, ...names } = draft.values;
  const create = useChange(
    () =>
      api(assignmentContract.assignContact, {
        params: { accessId: access.id },
        body: {
          contact: {
            ...names,
            salutation: salutation || null,
            email: email.trim() || null,
            ...(customerId ? { customerId } : given.company ? { newCompany: given.company } : {}),
          },
        },
        version: access.version,
      }),
    ({ mail }) => {
      (mail.state === 'not-possible' ? tellAtLength : tell)(mail.sentence);
      onDone();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingProblem([
      ...(customerId || given.company ? [] : [['customerId', t('companyMissing')] as const]),
      ...(names.lastName.trim() ? [] : [['lastName', t('lastNameMissing')] as const]),
    ]);
    draft.fail(missing);
    if (missing) return;
    create.mutate(undefined, { onError: ({ problem }) => draft.fail(problem) });
  };
  const problem = create.error?.problem;

  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">{t('newContactNote')}</Text>
        {problem && !problem.errors?.length && (
          <Notice tone="bad" role="alert">
            <p>{problem.detail}</p>
          </Notice>
        )}
        <CompanyPicker
          id="field-customerId"
          label={t('company')}
          required
          name={company || (given.company ?? '')}
          error={draft.errorOf('customerId')}
          onPick={({ id, name }) => {
            setCompany(name);
            draft.set('customerId', id);
          }}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={t('salutation')}
            {...draft.choice('salutation')}
            onChange={(event) => draft.set('salutation', event.currentTarget.value as NewFields['salutation'])}
            data={[
              { value: '', label: t('salutationNone') },
              { value: 'frau', label: t('frau') },
              { value: 'herr', label: t('herr') },
            ]}
          />
          <TextInput label={t('firstName')} {...draft.text('firstName')} autoComplete="off" />
          <TextInput label={t('lastName')} required {...draft.text('lastName')} autoComplete="off" />
          <TextInput label={list('email')} type="email" inputMode="email" {...draft.text('email')} autoComplete="off" spellCheck={false} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t('backToSearch')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('createAndAssign')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
