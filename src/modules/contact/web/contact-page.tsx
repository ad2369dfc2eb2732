import { Button, Grid, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading, useRead } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { RowMenu } from '../../../web/ui/row-menu.tsx';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { AddressMarkNotice } from '../../mail/web/address-mark-notice.tsx';
import { HandOnAddresses } from '../../portal/web/hand-on-addresses.tsx';
import { type AccessFormView, type ContactView, contactContract } from '../contract.ts';
import { AccessFields } from './access-fields.tsx';
import { AccessState } from './access-state.tsx';
import { AccessNow, RecordFacts } from './contact-aside.tsx';
import { changeOf, fieldsOf } from './contact-draft.ts';
import { nameOf, nextStepOf } from './contact-words.ts';
import { useFieldWords } from './field-words.ts';
import { LinkMailNotice } from './link-mail-notice.tsx';
import { PersonFields } from './person-fields.tsx';
import { contactPhrases } from './phrases.ts';
import { pollingOf } from './polling.ts';
import { SavedNotice } from './saved-notice.tsx';
import { savedStore } from './saved-store.ts';
import { SendButton } from './send-button.tsx';
import { useContactActions } from './use-contact-actions.tsx';
import { accessHash, useGiveAccess } from './use-give-access.ts';
import { useSendObstacle } from './use-send-obstacle.ts';

/** One person: facts on the left, whether they get in on the right. `beside`: what other modules know, like every mail to them. */
export function ContactPage({ beside }: { beside?: (contactId: string) => ReactNode }) {
  const { contactId } = useParams({ from: '/app/contacts/$contactId' });
  const contact = useQuery({
    ...reading(contactContract.getContact, { params: { contactId } }),
    refetchInterval: ({ state }) => pollingOf(state.data?.accesses.map(({ linkMail }) => linkMail)),
  });
  const form = useRead(contactContract.getAccessForm);
  const t = usePhrases(contactPhrases);
  if (!contact.data) {
    return (
      <Page title={t('person')}>
        <Loaded query={contact}>{() => null}</Loaded>
      </Page>
    );
  }
  if (!form.data) {
    return (
      <Page title={nameOf(contact.data)}>
        <Loaded query={form}>{() => null}</Loaded>
      </Page>
    );
  }
  return <LoadedContact key={contactId} contact={contact.data} form={form.data} beside={beside?.(contactId)} />;
}

function LoadedContact({ contact, form, beside }: { contact: ContactView; form: AccessFormView; beside: ReactNode }) {
  const navigate = useNavigate();
  const actions = useContactActions({ isOnPage: true, onRemoved: () => navigate({ to: '/customers', ignoreBlocker: true }) });

  return (
    <Page
      title={nameOf(contact)}
      above={
        <LinkText to="/customers/$customerId" params={{ customerId: contact.customerId }}>
          {contact.customerName}
        </LinkText>
      }
      below={<AccessState accesses={contact.accesses} />}
      actions={
        <Group align="flex-start" gap="xs">
          <NextStepButton contact={contact} onSendLink={() => actions.sendLink(contact)} />
          <RowMenu name={nameOf(contact)}>{actions.menu(contact, { withOpen: false })}</RowMenu>
        </Group>
      }
    >
      <SavedNotice contact={contact} />
      <LinkMailNotice contact={contact} />
      <AddressMarkNotice address={contact.email} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <ContactForm contact={contact} form={form} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <AccessNow contact={contact} form={form} />
            {beside}
            <HandOnAddresses />
            <RecordFacts contact={contact} />
          </Stack>
        </Grid.Col>
      </Grid>
      {actions.dialogs}
    </Page>
  );
}

/** „Zugang geben“ leads to the tick box of the form; the link mail is sent from a dialog. */
function NextStepButton({ contact, onSendLink }: { contact: ContactView; onSendLink: () => void }) {
  const t = usePhrases(contactPhrases);
  const navigate = useNavigate({ from: '/contacts/$contactId' });
  const obstacleOf = useSendObstacle();
  const next = nextStepOf(contact);
  if (!next) return null;
  if (next.step === 'giveAccess') {
    return <Button onClick={() => navigate({ hash: accessHash, resetScroll: false })}>{t('giveAccess')}</Button>;
  }
  // The way out stands with its reason, right below.
  if (next.access.linkMail?.arrival === 'other-address') return null;
  return <SendButton label={t(next.step)} obstacle={obstacleOf(contact)} onClick={onSendLink} />;
}

function ContactForm({ contact, form }: { contact: ContactView; form: AccessFormView }) {
  const words = useFieldWords();
  const draft = useDraft(fieldsOf(contact, form), contact.version);
  const contactId = contact.id;
  const stored = (fresh: ContactView) => ({ fields: fieldsOf(fresh, form), version: fresh.version });

  const saving = useSaving({
    draft,
    save: () => {
      savedStore.set(undefined);
      return api(contactContract.changeContact, {
        params: { contactId },
        body: changeOf(draft.base, draft.values, contact),
        ...(draft.version !== undefined && { version: draft.version }),
      });
    },
    stored: (saved) => stored(saved.contact),
    reread: async () =>
      stored(await queryClient.fetchQuery({ ...reading(contactContract.getContact, { params: { contactId } }), staleTime: 0 })),
    onSaved: (saved) => savedStore.set({ ...saved, about: 'person' }),
  });

  useGiveAccess(draft, form);

  return (
    <Form draft={draft} saving={saving} labels={words.labels} show={words.show}>
      <PersonFields draft={draft} companyName={contact.customerName} />
      <AccessFields draft={draft} form={form} contact={contact} />
    </Form>
  );
}
