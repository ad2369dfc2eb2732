import { Combobox, InputBase, Loader, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { usePhrases } from '../../../web/language.ts';
import { useReadList } from '../../../web/query.ts';
import { contactContract } from '../../contact/contract.ts';
import { templatePhrases } from './template-phrases.ts';

export type PickedPerson = { id: string; name: string };

const sample = '-';

/** Searches people while typing; without one the preview speaks to a made-up person. */
export function TemplatePersonPicker({
  person,
  onPick,
}: {
  person: PickedPerson | undefined;
  onPick: (person: PickedPerson | undefined) => void;
}) {
  const t = usePhrases(templatePhrases);
  const [typed, setTyped] = useState<string>();
  const [asked] = useDebouncedValue(typed?.trim() ?? '', 200);
  const found = useReadList(contactContract.listContacts, { query: { limit: 10, ...(asked && { q: asked }) } });
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const isWaiting = found.isPlaceholderData || asked !== (typed?.trim() ?? '');
  const people = isWaiting ? [] : (found.data?.items ?? []);

  const submit = (value: string) => {
    const picked = people.find(({ id }) => id === value);
    onPick(picked && { id: picked.id, name: `${picked.firstName} ${picked.lastName}`.trim() });
    setTyped(undefined);
    box.closeDropdown();
  };

  return (
    <Combobox store={box} onOptionSubmit={submit} withinPortal={false}>
      <Combobox.Target>
        <InputBase
          label={t('previewFor')}
          placeholder={t('pickPerson')}
          value={typed ?? person?.name ?? t('samplePerson')}
          autoComplete="off"
          w={{ base: '100%', sm: 260 }}
          rightSection={found.isFetching ? <Loader size={16} /> : <Combobox.Chevron />}
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
        <Combobox.Options aria-label={t('previewFor')} mah={280} style={{ overflowY: 'auto' }}>
          <Combobox.Option value={sample}>{t('samplePerson')}</Combobox.Option>
          {people.map(({ id, firstName, lastName, customerName }) => (
            <Combobox.Option key={id} value={id}>
              {`${firstName} ${lastName}`}
              <Text size="xs" c="dimmed">
                {customerName}
              </Text>
            </Combobox.Option>
          ))}
          {people.length === 0 && !isWaiting && <Combobox.Empty>{t('noPerson')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
