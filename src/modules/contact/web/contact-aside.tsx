import { Group, Stack, Text } from '@mantine/core';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { Time, useNow } from '../../../web/ui/time.tsx';
import type { AccessFormView, ContactAccessView, ContactView } from '../contract.ts';
import { isLinkLost, mailWordOf, wordOf } from './contact-words.ts';
import { contactPhrases } from './phrases.ts';

/** „Kann sich … anmelden?“: verdict, reason, password, open link, per portal. */
export function AccessNow({ contact, form }: { contact: ContactView; form: AccessFormView }) {
  const t = usePhrases(contactPhrases);
  return (
    <Section title={t('accessNow', { name: `${contact.firstName} ${contact.lastName}`.trim() })} id="access-now">
      {contact.accesses.length === 0 && <Text c="dimmed">{t('accessNowNone')}</Text>}
      <Stack gap="lg">
        {contact.accesses.map((access) => (
          <OneAccess key={access.accessId} access={access} form={form} />
        ))}
      </Stack>
    </Section>
  );
}

function OneAccess({ access, form }: { access: ContactAccessView; form: AccessFormView }) {
  const t = usePhrases(contactPhrases);
  const format = useFormat();
  const now = useNow();
  const { word, tone } = wordOf(access);
  const mail = mailWordOf(access);
  const areas = form.portals.find(({ id }) => id === access.portalId)?.areas.filter(({ key }) => access.areas.includes(key)) ?? [];
  return (
    <Stack gap="xs">
      <div>
        <Group gap={6}>
          <StateBadge tone={tone}>{t(word)}</StateBadge>
          {mail && <StateBadge tone={mail.tone}>{t(mail.word)}</StateBadge>}
        </Group>
        {!access.admitted && (
          <Text mt={6} size="sm">
            {access.sentence}
          </Text>
        )}
      </div>
      <Facts
        rows={[
          [t('portal'), access.portalName],
          [t('accountName'), access.accountName],
          [
            t('passwordSet'),
            access.hasPassword
              ? access.passwordSetAt && (
                  <span title={format.dateTime(access.passwordSetAt)}>
                    {t('passwordSince', { relative: format.relative(access.passwordSetAt, now) })}
                  </span>
                )
              : t('passwordNone'),
          ],
          [
            t('openLink'),
            access.openLink && (
              <span title={format.dateTime(access.openLink.expiresAt)}>
                {isLinkLost(access) ? t('openLinkLost') : t('expires', { relative: format.relative(access.openLink.expiresAt, now) })}
              </span>
            ),
          ],
          [t('areas'), areas.map(({ name }) => name).join(', ')],
        ]}
      />
    </Stack>
  );
}

/** When the record was made and changed, and its id for a colleague or a script. */
export function RecordFacts({ contact }: { contact: ContactView }) {
  const t = usePhrases(contactPhrases);
  return (
    <Section title={t('record')} id="record">
      <Facts
        rows={[
          [t('createdAt'), <Time key="created" at={contact.createdAt} exact />],
          [t('updatedAt'), <Time key="updated" at={contact.updatedAt} />],
          [t('recordId'), <code key="id">{contact.id}</code>],
        ]}
      />
    </Section>
  );
}
