import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { StateBadge, type Tone } from '../../../web/ui/state-badge.tsx';
import { useNow } from '../../../web/ui/time.tsx';
import type { AccessView } from '../contract.ts';
import { accessListPhrases } from '../list/phrases.ts';

/** „Zuordnung Status“. */
export function AssignmentState({ access }: { access: AccessView }) {
  const t = usePhrases(accessListPhrases);
  return (
    <Said label={t('assignment')}>
      <StateBadge tone={access.assignment === 'pending' ? 'warn' : 'good'}>{t(`assignment-${access.assignment}`)}</StateBadge>
    </Said>
  );
}

const registrationTones: Record<AccessView['registration'], Tone> = {
  none: 'calm',
  invited: 'wait',
  'activation-sent': 'wait',
  registered: 'good',
  'email-change': 'wait',
};

/** „Registrierungsstatus“, with how long the open link lasts. */
export function RegistrationState({ access }: { access: AccessView }) {
  const t = usePhrases(accessListPhrases);
  const format = useFormat();
  const now = useNow();
  const isWaiting = access.registration === 'invited' || access.registration === 'activation-sent';
  return (
    <div>
      <StateBadge tone={registrationTones[access.registration]}>{t(`registration-${access.registration}`)}</StateBadge>
      {isWaiting && (
        <Text size="xs" c="dimmed" mt={2} {...(access.openLink && { title: format.dateTime(access.openLink.expiresAt) })}>
          {access.openLink ? t('linkUntil', { relative: format.relative(access.openLink.expiresAt, now) }) : t('linkOver')}
        </Text>
      )}
    </div>
  );
}

const reasonTones: Record<string, Tone> = { 'not-registered': 'wait', 'no-credential': 'warn' };
const reasonKeys = ['blocked', 'expired', 'company-closed', 'portal-closed', 'not-registered', 'no-credential', 'deleted'] as const;

/** „Kann sich anmelden“: the verdict of the server; where it is no, the weightiest reason, and every reason on touch. */
export function AdmissionState({ access }: { access: AccessView }) {
  const t = usePhrases(accessListPhrases);
  const format = useFormat();
  if (access.admitted) {
    return (
      <Said label={t('admission')}>
        <StateBadge tone="good">{t('admitted')}</StateBadge>
        {access.expiresOn && (
          <Text size="xs" c="dimmed" mt={2}>
            {t('expiresOnDay', { day: format.day(`${access.expiresOn}T12:00:00Z`) })}
          </Text>
        )}
      </Said>
    );
  }
  const code = access.reasons[0]?.code;
  const reason = reasonKeys.find((known) => known === code);
  const since =
    reason === 'blocked' && access.block
      ? t('blockedOnDay', { day: format.day(access.block.at) })
      : reason === 'expired' && access.expiresOn
        ? t('expiredOnDay', { day: format.day(`${access.expiresOn}T12:00:00Z`) })
        : undefined;
  return (
    <Said label={t('admission')} title={access.reasons.map(({ sentence }) => sentence).join(' ')}>
      <StateBadge tone={reasonTones[reason ?? ''] ?? 'bad'}>
        {t('deniedBecause', { reason: reason ? t(`reason-${reason}`) : access.sentence })}
      </StateBadge>
      {since && (
        <Text size="xs" c="dimmed" mt={2}>
          {since}
        </Text>
      )}
    </Said>
  );
}

/** On a card there is no column head: the label stands before the value. */
export function Said({ label, title, children }: { label: string; title?: string; children: ReactNode }) {
  return (
    <div title={title}>
      <Box component="span" hiddenFrom="sm" fz="sm" c="dimmed" me={6}>
        {label}:
      </Box>
      {children}
    </div>
  );
}
