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
  const { subjectType, subjectId } = event;
  return (
    <Group gap={4} wrap="nowrap" style={{ whiteSpace: 'nowrap' }}>
      <SubjectLink event={event} />
      <LinkIcon
        to="/settings/events"
        search={{ subjectType, subjectId }}
        variant="subtle"
        c="dimmed"
        aria-label={t('onlyThis', { subject: words.subject(subjectType) })}
      >
        <IconFilter size={15} aria-hidden />
      </LinkIcon>
    </Group>
  );
}

function SubjectLink({ event: { subjectType, subjectId } }: { event: EventView }) {
  const words = useEventWords();
  const label = words.subject(subjectType);
  if (subjectType === 'contact') {
    return (
      <LinkText to="/contacts/$contactId" params={{ contactId: subjectId }} size="sm">
        {label}
      </LinkText>
    );
  }
  if (subjectType === 'customer') {
    return (
      <LinkText to="/customers/$customerId" params={{ customerId: subjectId }} size="sm">
        {label}
      </LinkText>
    );
  }
  if (subjectType === 'portal') {
    return (
      <LinkText to="/portals/$portalId" params={{ portalId: subjectId }} size="sm">
        {label}
      </LinkText>
    );
  }
  return (
    <Text size="sm" span>
      {label}
    </Text>
  );
}
