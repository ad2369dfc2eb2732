import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { reading, useRead } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded, Waiting } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { customerContract } from '../../customer/contract.ts';
import { type AccessFormView, contactContract } from '../contract.ts';
import { AccessFields } from './access-fields.tsx';
import { creationOf, fieldsOf, newFields } from './contact-draft.ts';
import { useFieldWords } from './field-words.ts';
import { PersonFields } from './person-fields.tsx';
import { contactPhrases } from './phrases.ts';
import { savedStore } from './saved-store.ts';

/** „Kontakt anlegen“, with access to a portal if wanted (B004, B005). */
export function NewContactPage() {
  const t = usePhrases(contactPhrases);
  const { customerId = '', email = '' } = useSearch({ from: '/app/contacts/new' });
  const form = useRead(contactContract.getAccessForm);
  const company = useQuery({ ...reading(customerContract.getCustomer, { params: { customerId } }), enabled: customerId !== '' });

  return (
    <Page title={t('newTitle')} width="narrow" above={<LinkText to="/customers">{t('customersTitle')}</LinkText>}>
      <Loaded query={form}>
        {(form) => {
          if (customerId !== '' && company.isPending) return <Waiting />;
          return (
            <NewContactForm form={form} customerId={company.data ? customerId : ''} companyName={company.data?.name ?? ''} email={email} />
          );
        }}
      </Loaded>
    </Page>
  );
}

type NewContactProps = { form: AccessFormView; customerId: string; companyName: string; email: string };

function NewContactForm({ form, customerId, companyName, email }: NewContactProps) {
  const navigate = useNavigate();
  const { labels } = useFieldWords();
  const draft = useDraft({ ...newFields(customerId, form), email });
  const saving = useSaving({
    draft,
    save: () => api(contactContract.createContact, { body: creationOf(draft.values) }),
    stored: ({ contact }) => ({ fields: fieldsOf(contact, form), version: contact.version }),
    onSaved: (saved) => {
      savedStore.set({ ...saved, about: 'person' });
      return navigate({ to: '/contacts/$contactId', params: { contactId: saved.contact.id }, ignoreBlocker: true });
    },
  });
  const t = usePhrases(contactPhrases);
  const cancel = () => (customerId ? navigate({ to: '/customers/$customerId', params: { customerId } }) : navigate({ to: '/customers' }));

  return (
    <Form draft={draft} saving={saving} labels={labels} verb={t('newTitle')} isNew onCancel={cancel}>
      <PersonFields draft={draft} companyName={companyName} />
      <AccessFields draft={draft} form={form} />
    </Form>
  );
}
