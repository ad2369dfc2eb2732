import { Group, Stack, Text } from '@mantine/core';
import type { ContactView } from '../../modules/contact/contract.ts';
import { AccessState } from '../../modules/contact/web/access-state.tsx';
import { nameOf } from '../../modules/contact/web/contact-words.ts';
import { useFormat } from '../format.ts';
import { usePhrases } from '../language.ts';
import { LinkText } from '../ui/link.tsx';
import type { ListPage } from '../ui/list-view.tsx';
import { Section } from '../ui/section.tsx';
import { overviewPhrases } from './phrases.ts';

/** People who were sent a link and have not used it. */
export function InvitedPeople({ invited }: { invited: ListPage<ContactView> }) {
  const t = usePhrases(overviewPhrases);
  const format = useFormat();
  if (invited.items.length === 0) return null;
  return (
    <Section title={t('invitedTitle')} note={t('invitedNote')} id="invited">
      <Stack gap="sm">
        {invited.items.map((contact) => (
          <Group key={contact.id} justify="space-between" gap="xs" data-row>
            <div>
              <LinkText to="/contacts/$contactId" params={{ contactId: contact.id }} fw={600} data-row-link>
                {nameOf(contact)}
              </LinkText>
              <Text size="sm" c="dimmed">
                {contact.customerName}
              </Text>
            </div>
            <AccessState accesses={contact.accesses} />
          </Group>
        ))}
      </Stack>
      {invited.total > invited.items.length && (
        <LinkText to="/customers" search={{ access: 'invited' }} size="sm">
          {t('allInvited', { count: format.total(invited.total, invited.totalIsEstimate) })}
        </LinkText>
      )}
    </Section>
  );
}
