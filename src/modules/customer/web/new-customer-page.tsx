import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { Form } from '../../../web/ui/form.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { customerContract } from '../contract.ts';
import { CustomerFormFields, customerBodyOf, customerFieldsOf, noCustomer, useCustomerLabels } from './customer-form.tsx';
import { customerPhrases } from './phrases.ts';

export function NewCustomerPage() {
  const t = usePhrases(customerPhrases);
  const navigate = useNavigate();
  const draft = useDraft(noCustomer);
  const saving = useSaving({
    draft,
    save: () => api(customerContract.createCustomer, { body: customerBodyOf(draft.values) }),
    stored: (customer) => ({ fields: customerFieldsOf(customer), version: customer.version }),
    onSaved: (customer) => {
      tellSaved(t('savedNew', { name: customer.name }));
      return navigate({ to: '/customers/$customerId', params: { customerId: customer.id }, ignoreBlocker: true });
    },
  });

  return (
    <Page
      title={t('newCustomer')}
      width="narrow"
      above={
        <LinkText to="/customers" search={{ view: 'companies' }}>
          {t('customersTitle')}
        </LinkText>
      }
    >
      <Form
        draft={draft}
        saving={saving}
        labels={useCustomerLabels()}
        verb={t('newCustomer')}
        isNew
        onCancel={() => navigate({ to: '/customers', search: { view: 'companies' } })}
      >
        <CustomerFormFields draft={draft} isNew />
      </Form>
    </Page>
  );
}
