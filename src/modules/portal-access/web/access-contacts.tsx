import { Button, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { assignmentContract } from '../assignment/contract.ts';
import type { AccessView, AssignedContact } from '../contract.ts';
import styles from './access-page.module.css';
import { accessPagePhrases } from './access-page-phrases.ts';

/** „Zugeordneter Kontakt“ with „Kontakt hinzufügen“ (B108), and the way back (B125). */
export function AccessContacts({ access, onAdd }: { access: AccessView; onAdd: () => void }) {
  const t = usePhrases(accessPagePhrases);
  const [undoing, setUndoing] = useState<AssignedContact>();
  return (
    <Section
      title={t('contacts')}
      id="access-contacts"
      aside={
        access.allowed.includes('assign') && (
          <Button variant="default" size="compact-md" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={onAdd}>
            {t('addContact')}
          </Button>
        )
      }
    >
      {access.contacts.length === 0 && <Text c="dimmed">{t('contactsNone')}</Text>}
      {access.contacts.length > 0 && (
        <ul className={styles.contacts}>
          {access.contacts.map((contact) => (
            <li key={contact.contactId}>
              <div className={styles.who}>
                <LinkText to="/contacts/$contactId" params={{ contactId: contact.contactId }} fw={600}>
                  {contact.name}
                </LinkText>
                <Text size="sm" c="dimmed">
                  <LinkText to="/customers/$customerId" params={{ customerId: contact.customerId }} size="sm" underline="always">
                    {contact.customerName}
                  </LinkText>
                  {contact.email && ` · ${contact.email}`}
                </Text>
              </div>
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => setUndoing(contact)}
                aria-label={t('unassignOf', { name: contact.name })}
              >
                {t('unassign')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {undoing && <UndoDialog access={access} contact={undoing} onClose={() => setUndoing(undefined)} />}
    </Section>
  );
}

function UndoDialog({ access, contact, onClose }: { access: AccessView; contact: AssignedContact; onClose: () => void }) {
  const t = usePhrases(accessPagePhrases);
  const { contactId, name, customerName: company } = contact;
  const undo = useChange(
    () => api(assignmentContract.unassignContact, { params: { accessId: access.id }, body: { contactId }, version: access.version }),
    () => {
      tell(t('unassigned', { name }));
      onClose();
    },
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('unassignTitle', { name })}
      verb={t('unassign')}
      isDanger
      isBusy={undo.isPending}
      error={undo.error}
      onConfirm={() => undo.mutate(undefined)}
    >
      <Text>{t(access.contacts.length === 1 ? 'unassignLast' : 'unassignOne', { name, company })}</Text>
    </Confirm>
  );
}
