import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { usePhrases } from '../../../web/language.ts';
import { reading } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { MessageTimeline } from '../../mail/web/message-timeline.tsx';
import { contactContract } from '../contract.ts';
import { contactPhrases } from './phrases.ts';

/** The mails to this person, newest first, each with what became of it and the server's answers. */
export function ContactMails({ contactId }: { contactId: string }) {
  const t = usePhrases(contactPhrases);
  const messages = useQuery({
    ...reading(contactContract.listContactMessages, { params: { contactId } }),
    // A mail that was just asked for leaves within seconds; whoever asked wants to see it go.
    refetchInterval: ({ state }) => (state.data?.items.some((message) => message.state === 'queued') ? 2_000 : false),
  });
  return (
    <Section title={t('mails')} id="mails">
      <Loaded query={messages} lines={3}>
        {({ items }) => (items.length === 0 ? <Text c="dimmed">{t('mailsNone')}</Text> : <MessageTimeline messages={items} />)}
      </Loaded>
    </Section>
  );
}
