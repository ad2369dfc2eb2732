import { Menu, Skeleton, Text } from '@mantine/core';
import { IconExternalLink, IconPower, IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange, useReadNow } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { RemoveItem } from '../../../web/ui/remove-item.tsx';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
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

  const switching = useSwitchingOff();

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
      {switching.items(customer)}
      <Menu.Divider />
      <RemoveItem
        label={t('remove')}
        reason={customer.denied.find(({ action }) => action === 'delete')?.sentence}
        onRemove={() => setAsked(customer)}
      />
    </>
  );

  const removing = asked && (
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

  const dialogs = (
    <>
      {removing}
      {switching.dialog}
    </>
  );
  return { menu, dialogs };
}

/** „Abschalten“ asks first and says how many people it shuts out; „Wieder einschalten“ does it at once. */
function useSwitchingOff() {
  const t = usePhrases(customerPhrases);
  const [asked, setAsked] = useState<CustomerView>();
  const change = useChange(
    ({ customer, closed }: { customer: CustomerView; closed: boolean }) =>
      api(customerContract.changeCustomer, { params: { customerId: customer.id }, body: { closed }, version: customer.version }),
    ({ name }, { closed }) => {
      setAsked(undefined);
      tell(t(closed ? 'closed' : 'reopened', { name }));
    },
  );
  const reopen = (customer: CustomerView) => change.mutate({ customer, closed: false }, { onError: ({ problem }) => tellProblem(problem) });

  const items = (customer: CustomerView) => {
    const isClosed = customer.allowed.includes('reopen');
    return (
      <Menu.Item leftSection={<IconPower size={16} aria-hidden />} onClick={() => (isClosed ? reopen(customer) : setAsked(customer))}>
        {t(isClosed ? 'reopen' : 'close')}
      </Menu.Item>
    );
  };
  const dialog = asked && (
    <Confirm
      opened
      onClose={() => {
        change.reset();
        setAsked(undefined);
      }}
      title={t('closeTitle', { name: asked.name })}
      verb={t('close')}
      isDanger
      isBusy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ customer: asked, closed: true })}
    >
      <Closing customerId={asked.id} />
    </Confirm>
  );
  return { items, dialog };
}

/** What switching off means, in numbers. */
function Closing({ customerId }: { customerId: string }) {
  const t = usePhrases(customerPhrases);
  const format = useFormat();
  const data = useReadNow(customerContract.getCustomerClosing, { params: { customerId } });
  if (!data) return <Skeleton height={48} />;
  const { people } = data;
  if (people === 0) return <Text>{t('closeNobody')}</Text>;
  return <Text>{t(people === 1 ? 'closeOne' : 'closeMany', { count: format.number(people) })}</Text>;
}
