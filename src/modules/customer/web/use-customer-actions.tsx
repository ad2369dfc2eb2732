import { Menu, Text } from '@mantine/core';
import { IconExternalLink, IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { RemoveItem } from '../../../web/ui/remove-item.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { type CustomerView, customerContract } from '../contract.ts';
import { customerPhrases } from './phrases.ts';

/** What can be done with a company, the same in the list and on its page. */
export function useCustomerActions({ onRemoved }: { onRemoved?: () => void } = {}) {
  const t = usePhrases(customerPhrases);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<CustomerView>();

  const remove = useChange(
    (customer: CustomerView) => api(customerContract.deleteCustomer, { params: { customerId: customer.id }, version: customer.version }),
    (_, customer) => {
      setAsked(undefined);
      tell(t('removed', { name: customer.name }));
      onRemoved?.();
    },
  );

  const menu = (customer: CustomerView, { withOpen }: { withOpen: boolean }) => (
    <>
      {withOpen && (
        <Menu.Item
          leftSection={<IconExternalLink size={16} aria-hidden />}
          onClick={() => navigate({ to: '/customers/$customerId', params: { customerId: customer.id } })}
        >
          {t('open')}
        </Menu.Item>
      )}
      {customer.allowed.includes('add-contact') && (
        <Menu.Item
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => navigate({ to: '/contacts/new', search: { customerId: customer.id } })}
        >
          {t('newContact')}
        </Menu.Item>
      )}
      <Menu.Divider />
      <RemoveItem
        label={t('remove')}
        reason={customer.denied.find(({ action }) => action === 'delete')?.sentence}
        onRemove={() => setAsked(customer)}
      />
    </>
  );

  const dialogs = asked && (
    <Confirm
      opened
      onClose={() => {
        remove.reset();
        setAsked(undefined);
      }}
      title={t('removeTitle', { name: asked.name })}
      verb={t('remove')}
      isDanger
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(asked)}
    >
      <Text>{t('removeBody')}</Text>
    </Confirm>
  );

  return { menu, dialogs };
}
