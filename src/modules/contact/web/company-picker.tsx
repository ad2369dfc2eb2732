import { Combobox, Group, InputBase, Loader, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange, useReadList } from '../../../web/query.ts';
import { tellProblem } from '../../../web/ui/tell.ts';
import { customerContract } from '../../customer/contract.ts';
import { contactPhrases } from './phrases.ts';

type CompanyPickerProps = {
  id: string;
  label: string;
  /** The name of the chosen company, `''` where none is chosen. */
  name: string;
  error?: string | undefined;
  required?: boolean;
  onPick: (company: { id: string; name: string }) => void;
};

const creation = '+';

/** Searches companies while typing; one that is missing is added on the spot. */
export function CompanyPicker({ id, label, name, error, required, onPick }: CompanyPickerProps) {
  const t = usePhrases(contactPhrases);
  const [typed, setTyped] = useState<string>();
  const [asked] = useDebouncedValue(typed?.trim() ?? '', 200);
  const found = useReadList(customerContract.listCustomers, { query: { limit: 20, ...(asked && { q: asked }) } });
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const wanted = typed?.trim() ?? '';
  const isWaiting = found.isPlaceholderData || asked !== wanted;
  // Until the answer to what was typed is there, the list before it is narrowed here: Enter must never pick what no longer fits.
  const companies = (found.data?.items ?? []).filter(({ name }) => !isWaiting || name.toLowerCase().includes(wanted.toLowerCase()));
  const isNew = wanted !== '' && !companies.some((company) => company.name.toLowerCase() === wanted.toLowerCase());

  const pick = (company: { id: string; name: string }) => {
    onPick(company);
    setTyped(undefined);
    box.closeDropdown();
  };
  const create = useChange((name: string) => api(customerContract.createCustomer, { body: { name } }), pick);

  const submit = (value: string) => {
    if (value === creation) return create.mutate(wanted, { onError: (failure) => tellProblem(failure.problem) });
    const company = companies.find((candidate) => candidate.id === value);
    if (company) pick(company);
  };

  return (
    <Combobox store={box} onOptionSubmit={submit} withinPortal={false}>
      <Combobox.Target>
        <InputBase
          id={id}
          label={label}
          {...(required && { required })}
          error={error}
          placeholder={t('pickCompany')}
          value={typed ?? name}
          autoComplete="off"
          rightSection={create.isPending || found.isFetching ? <Loader size={16} /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => box.openDropdown()}
          onBlur={() => {
            setTyped(undefined);
            box.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
          {companies.map((company) => (
            <Combobox.Option key={company.id} value={company.id}>
              {company.name}
              {(company.city || company.externalId) && (
                <Text size="xs" c="dimmed">
                  {[company.externalId, company.city].filter(Boolean).join(' · ')}
                </Text>
              )}
            </Combobox.Option>
          ))}
          {isNew && (
            <Combobox.Option value={creation}>
              <Group gap={6}>
                <IconPlus size={15} aria-hidden />
                {t('createCompany', { name: wanted })}
              </Group>
            </Combobox.Option>
          )}
          {companies.length === 0 && !isNew && <Combobox.Empty>{t('noCompany')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
