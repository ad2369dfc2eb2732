import { Group, Stack, Text } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { usePhrases } from '../../../web/language.ts';
import { reading } from '../../../web/query.ts';
import { AddressText } from '../../../web/ui/address-text.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { MessageState } from '../../mail/web/message-state.tsx';
import { type AccessTrace, type MailTrace, traceContract } from '../contract.ts';
import { tracePhrases } from './phrases.ts';
import { pollingOf } from './polling.ts';
import styles from './trace.module.css';
import { TraceLine } from './trace-line.tsx';

/** Every mail to a person, the newest first, and what has become of it, up to the first sign-in. */
export function ContactTrace({ contactId }: { contactId: string }) {
  const t = usePhrases(tracePhrases);
  const trace = useQuery({
    ...reading(traceContract.getContactTrace, { params: { contactId } }),
    refetchInterval: ({ state }) => pollingOf(state.data?.accesses.flatMap(({ mails }) => mails)),
  });
  return (
    <Section title={t('trace')} note={t('traceNote')} id="mails">
      <Loaded query={trace} lines={4}>
        {({ accesses }) => {
          const told = accesses.filter(({ mails, others, nextReminder }) => mails.length || others.length || nextReminder);
          if (told.length === 0) return <Text c="dimmed">{t('traceNone')}</Text>;
          return (
            <Stack gap="lg">
              {told.map((access) => (
                <OneAccess key={access.accessId ?? ''} access={access} isNamed={told.length > 1} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
}

function OneAccess({ access, isNamed }: { access: AccessTrace; isNamed: boolean }) {
  const t = usePhrases(tracePhrases);
  const { mails, others, nextReminder, portalName } = access;
  const told = mails.find(({ hasLink }) => hasLink) ?? mails[0];
  const Bell = nextReminder?.isPossible ? IconBell : IconBellOff;
  return (
    <div className={styles.mails}>
      {isNamed && (
        <Text component="h3" fw={650}>
          {portalName ?? t('elsewhere')}
        </Text>
      )}
      {nextReminder && (
        <Text size="sm" className={styles.reminder ?? ''} component="div">
          <Bell size={18} stroke={1.8} aria-hidden />
          <span>{nextReminder.sentence}</span>
        </Text>
      )}
      {mails.map((mail) => (
        <OneMail key={mail.messageId} mail={mail} isOpen={mail === told} />
      ))}
      {others.length > 0 && (
        <div>
          <p className={styles.title}>{t('withoutMail')}</p>
          <TraceLine items={others} />
        </div>
      )}
    </div>
  );
}

/** The newest mail with a link is told at once, others on demand. */
function OneMail({ mail, isOpen }: { mail: MailTrace; isOpen: boolean }) {
  const t = usePhrases(tracePhrases);
  return (
    <details className={styles.mail} open={isOpen}>
      <summary>
        <span className={styles.title}>{mail.templateLabel}</span>
        <Group gap="xs" mt={4} component="span">
          <MessageState state={mail.state} />
          <Text size="sm" c="dimmed" component="span">
            <Time at={mail.queuedAt} />
          </Text>
        </Group>
        <Text size="sm" c="dimmed" component="span" display="block" mt={2}>
          <AddressText address={mail.recipientAddress} />
        </Text>
      </summary>
      <TraceLine items={mail.items} />
      <Text size="sm" mt="sm">
        <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: mail.messageId }}>
          {t('seeMail')}
        </LinkText>
      </Text>
    </details>
  );
}
