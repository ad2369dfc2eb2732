import { Group, Stack, Text } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { useNow } from '../../../web/ui/time.tsx';
import type { ContactAccessView } from '../contract.ts';
import { isLinkLost, mailWordOf, wordOf } from './contact-words.ts';
import { contactPhrases } from './phrases.ts';

/** Whether somebody gets in, in words: the verdict, what is wrong with the mail that asked them in, and how long the open link lasts. */
export function AccessState({ accesses }: { accesses: ContactAccessView[] }) {
  if (accesses.length === 0) return <OneState access={undefined} portal={undefined} />;
  return (
    <Stack gap={6}>
      {accesses.map((access) => (
        <OneState key={access.accessId} access={access} portal={accesses.length > 1 ? access.portalName : undefined} />
      ))}
    </Stack>
  );
}

function OneState({ access, portal }: { access: ContactAccessView | undefined; portal: string | undefined }) {
  const t = usePhrases(contactPhrases);
  const { word, tone } = wordOf(access);
  const mail = mailWordOf(access);
  return (
    <div>
      <Group gap={6}>
        <StateBadge tone={tone}>{portal ? `${portal}: ${t(word)}` : t(word)}</StateBadge>
        {mail && <StateBadge tone={mail.tone}>{t(mail.word)}</StateBadge>}
      </Group>
      {access && (word === 'stateInvited' || word === 'stateNoPassword') && (
        <Text size="xs" c="dimmed" mt={2}>
          <LinkLine access={access} />
        </Text>
      )}
    </div>
  );
}

/** „Am 14.11.2026, Link läuft in 9 Std. ab“ */
export function LinkLine({ access }: { access: ContactAccessView }) {
  const t = usePhrases(contactPhrases);
  const format = useFormat();
  const now = useNow();
  if (!access.openLink || isLinkLost(access)) return t(access.registration === 'none' ? 'neverInvited' : 'linkOver');
  const { createdAt, expiresAt } = access.openLink;
  return (
    <span title={format.dateTime(expiresAt)}>
      {t('invitedOn', { day: format.day(createdAt), relative: format.relative(expiresAt, now) })}
    </span>
  );
}
