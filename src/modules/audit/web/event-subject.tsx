import { Group, Text } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { usePhrases } from '../../../web/language.ts';
import { LinkIcon, LinkText } from '../../../web/ui/link.tsx';
import type { EventView } from '../contract.ts';
import { useEventWords } from './event-words.ts';
import { auditPhrases } from './phrases.ts';

/** What an event is about: a link to its page where it has one, and a filter for everything that happened to it. */
export function EventSubject({ event }: { event: EventView }) {
  const t = usePhrases(auditPhrases);
  const words = useEventWords();
  const { subjectType, subjectId, subjectName } = event;
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <SubjectLink event={event} />
      <LinkIcon
        to="/settings/events"
        search={{ subjectType, subjectId }}
        variant="subtle"
        c="dimmed"
        aria-label={t('onlyThis', { subject: subjectName ?? words.subject(subjectType) })}
      >
        <IconFilter size={15} aria-hidden />
      </LinkIcon>
    </Group>
  );
}

/** The name that people know it by, and below it what kind of thing it is. */
function SubjectLink({ event }: { event: EventView }) {
  const words = useEventWords();
  const { subjectType, subjectId, subjectName, subjectContactId } = event;
  const kind = words.subject(subjectType);
  const label = subjectName ?? kind;
  return (
    <div>
      {subjectContactId ? (
        <LinkText to="/contacts/$contactId" params={{ contactId: subjectContactId }} size="sm">
          {label}
        </LinkText>
      ) : subjectType === 'customer' ? (
        <LinkText to="/customers/$customerId" params={{ customerId: subjectId }} size="sm">
          {label}
        </LinkText>
      ) : subjectType === 'portal' ? (
        <LinkText to="/portals/$portalId" params={{ portalId: subjectId }} size="sm">
          {label}
        </LinkText>
      ) : (
        <Text size="sm" span>
          {label}
        </Text>
      )}
      {subjectName && (
        <Text size="xs" c="dimmed">
          {kind}
        </Text>
      )}
    </div>
  );
}
