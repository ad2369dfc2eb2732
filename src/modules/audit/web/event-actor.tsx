import { Text } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import type { EventView } from '../contract.ts';
import { auditPhrases } from './phrases.ts';

/** Who acted, by name; a customer leads to their page. Below it, in what capacity, where that is not plain. */
export function EventActor({ event: { actorName, actorKind, actorContactId, ...event } }: { event: EventView }) {
  const t = usePhrases(auditPhrases);
  if (event.onBehalfOf)
    return (
      <>
        <Text size="sm">{actorName ?? t(actorKind)}</Text>
        <Text size="xs" c="dimmed">
          {t('onBehalfOf', { person: event.onBehalfOfName ?? '–' })}
        </Text>
      </>
    );
  if (!actorName) return <Text size="sm">{t(actorKind)}</Text>;
  if (!actorContactId) return <Text size="sm">{actorName}</Text>;
  return (
    <>
      <LinkText to="/contacts/$contactId" params={{ contactId: actorContactId }} size="sm">
        {actorName}
      </LinkText>
      <Text size="xs" c="dimmed">
        {t('person')}
      </Text>
    </>
  );
}
