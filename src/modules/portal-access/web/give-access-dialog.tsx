import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { shellPhrases } from '../../../web/phrases.ts';
import { useChange, useRead, useReadList } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { SearchField } from '../../../web/ui/search-field.tsx';
import { tell, tellAtLength } from '../../../web/ui/tell.ts';
import { type AccessFormView, type ContactView, contactContract } from '../../contact/contract.ts';
import { SendingNotice } from '../../mail/web/sending-notice.tsx';
import { welcomeContract } from '../welcome/contract.ts';
import styles from './access-page.module.css';
import { welcomePhrases } from './welcome-phrases.ts';

type ListedPortal = AccessFormView['portals'][number];
const nameOf = ({ title, firstName, lastName }: ContactView) => [title, firstName, lastName].filter(Boolean).join(' ');

/** „Zugang geben“: whom, in which portal and role, with which areas; the welcome mail leaves at once (B061). `portalId`: where only one is meant. */
export function GiveAccessDialog({ portalId, onClose }: { portalId?: string | undefined; onClose: () => void }) {
  const t = usePhrases(welcomePhrases);
  const shell = usePhrases(shellPhrases);
  const form = useRead(contactContract.getAccessForm);
  const [contact, setContact] = useState<ContactView>();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={contact ? t('giveTo', { name: nameOf(contact) }) : t('give')}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      <Loaded query={form} lines={4}>
        {({ portals }) =>
          contact ? (
            <Order contact={contact} portals={portals} portalId={portalId} onBack={() => setContact(undefined)} onClose={onClose} />
          ) : (
            <WhoStep onChoose={setContact} />
          )
        }
      </Loaded>
    </Modal>
  );
}

function WhoStep({ onChoose }: { onChoose: (contact: ContactView) => void }) {
  const t = usePhrases(welcomePhrases);
  const [q, setQ] = useState<string>();
  const onSearch = useCallback((text: string | undefined) => setQ(text), []);
  const people = useReadList(contactContract.listContacts, { query: { limit: 8, ...(q && { q }) } });
  return (
    <Stack gap="md">
      <SearchField label={t('whoSearch')} value={q} onSearch={onSearch} />
      <Loaded query={people} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Text role="status">
              {t('whoNone')} <LinkText to="/customers">{t('toCustomers')}</LinkText>
            </Text>
          ) : (
            <ul className={styles.candidates}>
              {items.map((contact) => (
                <li key={contact.id} className={styles.candidate}>
                  <div className={styles.who}>
                    <Text fw={600}>{nameOf(contact)}</Text>
                    <Text size="sm" c="dimmed">
                      {[contact.customerName, contact.email ?? t('noAddress')].join(' · ')}
                    </Text>
                  </div>
                  <Button
                    variant="default"
                    disabled={!contact.email}
                    aria-label={t('choose', { name: nameOf(contact) })}
                    onClick={() => onChoose(contact)}
                  >
                    {t('give')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Stack>
  );
}

type OrderProps = { contact: ContactView; portals: ListedPortal[]; portalId: string | undefined; onBack: () => void; onClose: () => void };

function Order({ contact, portals, portalId, onBack, onClose }: OrderProps) {
  const t = usePhrases(welcomePhrases);
  const navigate = useNavigate();
  const has = (id: string) => contact.accesses.some((access) => access.portalId === id);
  const first =
    portals.find(({ id }) => id === portalId) ??
    portals.find(({ id, isDefault }) => isDefault && !has(id)) ??
    portals.find(({ id }) => !has(id));
  const [portal, setPortal] = useState(first ?? portals[0]);
  const usual = (of: ListedPortal | undefined) => of?.roles.find(({ isUsual }) => isUsual) ?? of?.roles[0];
  const [role, setRole] = useState(usual(portal));
  const [areas, setAreas] = useState(role?.areas ?? []);
  const [welcome, setWelcome] = useState(true);
  const give = useChange(
    () =>
      api(welcomeContract.giveAccess, {
        body: { portalId: portal?.id ?? '', contactId: contact.id, welcome, areas, ...(role && { role: role.key }) },
      }),
    async ({ id, mail }) => {
      (mail.state === 'not-possible' || mail.held ? tellAtLength : tell)(mail.sentence);
      onClose();
      await navigate({ to: '/accesses/$accessId', params: { accessId: id } });
    },
  );
  const choosePortal = (id: string) => {
    const chosen = portals.find((one) => one.id === id);
    setPortal(chosen);
    setRole(usual(chosen));
    setAreas(usual(chosen)?.areas ?? []);
  };
  const chooseRole = (key: string) => {
    const chosen = portal?.roles.find((one) => one.key === key);
    setRole(chosen);
    setAreas(chosen?.areas ?? []);
  };
  const isThere = portal !== undefined && has(portal.id);

  return (
    <Stack gap="md">
      {give.error && (
        <Notice tone="bad" role="alert">
          <p>{give.error.problem.detail}</p>
        </Notice>
      )}
      <Text size="sm">{[contact.customerName, contact.email].filter(Boolean).join(' · ')}</Text>
      <NativeSelect
        label={t('portal')}
        value={portal?.id ?? ''}
        disabled={portalId !== undefined}
        onChange={(event) => choosePortal(event.currentTarget.value)}
        data={portals.map(({ id, name }) => ({ value: id, label: name }))}
        error={isThere && t('hasAccess')}
      />
      <NativeSelect
        label={t('role')}
        value={role?.key ?? ''}
        onChange={(event) => chooseRole(event.currentTarget.value)}
        data={(portal?.roles ?? []).map(({ key, name }) => ({ value: key, label: name }))}
      />
      {portal && portal.areas.length > 0 && (
        <Checkbox.Group label={t('areas')} value={areas} onChange={setAreas}>
          <Stack gap={8} mt="xs">
            {portal.areas.map(({ key, name }) => (
              <Checkbox key={key} value={key} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Checkbox
        label={t('sendWelcome')}
        description={t('sendWelcomeNote')}
        checked={welcome}
        onChange={(event) => setWelcome(event.currentTarget.checked)}
      />
      {welcome && <SendingNotice />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t('other')}
        </Button>
        <Button disabled={!portal || isThere} loading={give.isPending} onClick={() => give.mutate(undefined)}>
          {t('give')}
        </Button>
      </Group>
    </Stack>
  );
}
