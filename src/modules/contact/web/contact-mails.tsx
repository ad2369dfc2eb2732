import { Text } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { MessageTimeline } from '../../mail/web/message-timeline.tsx';
import { contactPhrases } from './phrases.ts';
import { useContactMessages } from './use-contact-messages.ts';

/** The mails to this person, newest first, each with what became of it and the server's answers. */
export function ContactMails({ contactId }: { contactId: string }) {
  const t = usePhrases(contactPhrases);
  const messages = useContactMessages(contactId);
  return (
    <Section title={t('mails')} id="mails">
      <Loaded query={messages} lines={3}>
        {({ items }) => (items.length === 0 ? <Text c="dimmed">{t('mailsNone')}</Text> : <MessageTimeline messages={items} />)}
      </Loaded>
    </Section>
  );
}
