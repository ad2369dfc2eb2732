import { Grid } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading, useRead } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { LinkButton, LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { RowMenu } from '../../../web/ui/row-menu.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type CustomerView, customerContract } from '../contract.ts';
import { CustomerFormFields, customerBodyOf, customerFieldsOf, useCustomerLabels } from './customer-form.tsx';
import { customerPhrases } from './phrases.ts';
import { useCustomerActions } from './use-customer-actions.tsx';

/** One company: its people and its details. The people are another module's; the screen that joins both hands them in. */
export function CustomerPage({ people }: { people: (customerId: string) => ReactNode }) {
  const { customerId } = useParams({ from: '/app/customers/$customerId' });
  const t = usePhrases(customerPhrases);
  const format = useFormat();
  const navigate = useNavigate();
  const customer = useRead(customerContract.getCustomer, { params: { customerId } });
  const actions = useCustomerActions({
    onRemoved: () => navigate({ to: '/customers', search: { view: 'companies' }, ignoreBlocker: true }),
  });
  const { data } = customer;

  return (
    <Page
      title={data?.name ?? t('company')}
      above={
        <LinkText to="/customers" search={{ view: 'companies' }}>
          {t('customersTitle')}
        </LinkText>
      }
      below={data && [data.externalId, [data.postalCode, data.city].filter(Boolean).join(' ')].filter(Boolean).join(' · ')}
      actions={
        data && (
          <>
            {data.allowed.includes('add-contact') && (
              <LinkButton to="/contacts/new" search={{ customerId }} leftSection={<IconUserPlus size={17} aria-hidden />} data-new>
                {t('newContact')}
              </LinkButton>
            )}
            <RowMenu name={data.name}>{actions.menu(data, { withOpen: false })}</RowMenu>
          </>
        )
      }
    >
      <Loaded query={customer}>
        {(customer) => (
          <Grid gap="lg">
            {customer.closedAt && (
              <Grid.Col span={12}>
                <Notice tone="warn" title={t('closedTitle')}>
                  <p>{t('closedBody', { since: format.dateTime(customer.closedAt) })}</p>
                </Notice>
              </Grid.Col>
            )}
            <Grid.Col span={{ base: 12, md: 8 }}>{people(customerId)}</Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <CustomerForm key={customer.id} customer={customer} />
            </Grid.Col>
          </Grid>
        )}
      </Loaded>
      {actions.dialogs}
    </Page>
  );
}

function CustomerForm({ customer }: { customer: CustomerView }) {
  const t = usePhrases(customerPhrases);
  const draft = useDraft(customerFieldsOf(customer), customer.version);
  const params = { customerId: customer.id };
  const stored = (fresh: CustomerView) => ({ fields: customerFieldsOf(fresh), version: fresh.version });
  const saving = useSaving({
    draft,
    save: () =>
      api(customerContract.changeCustomer, {
        params,
        body: customerBodyOf(draft.values),
        ...(draft.version !== undefined && { version: draft.version }),
      }),
    stored,
    reread: async () => stored(await queryClient.fetchQuery({ ...reading(customerContract.getCustomer, { params }), staleTime: 0 })),
    onSaved: ({ name }) => tellSaved(t('saved', { name })),
  });
  return (
    <Form draft={draft} saving={saving} labels={useCustomerLabels()}>
      <CustomerFormFields draft={draft} />
    </Form>
  );
}
