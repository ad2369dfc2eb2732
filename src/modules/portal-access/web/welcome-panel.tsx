import { Button, Stack, Text } from '@mantine/core';
import { IconKey, IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { reading } from '../../../web/query.ts';
import { AddressText } from '../../../web/ui/address-text.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { MessageState } from '../../mail/web/message-state.tsx';
import type { AccessView } from '../contract.ts';
import { type SendingView, welcomeContract } from '../welcome/contract.ts';
import styles from './access-page.module.css';
import { welcomePhrases } from './welcome-phrases.ts';

/** Mails that are still on their way: as long as one is, it is looked at again. */
const moving: readonly SendingView['state'][] = ['queued', 'deferred', 'unknown'];

type WelcomePanelProps = { access: AccessView; isBusy: boolean; onResend: () => void; onReset: () => void };

/**
 * „Willkommens-E-Mail erneut senden“ (B068), with a password „Passwort zurücksetzen“ (B074): why not, where it is not possible, how long to wait after the one
 * before (B072), and every mail sent so far with its result (B075).
 */
export function WelcomePanel({ access, isBusy, onResend, onReset }: WelcomePanelProps) {
  const t = usePhrases(welcomePhrases);
  const sendings = useQuery({
    ...reading(welcomeContract.listSendings, { params: { accessId: access.id } }),
    refetchInterval: ({ state }) => (state.data?.items.some((item) => moving.includes(item.state)) ? 2_000 : false),
  });
  const isActivation = access.registration === 'activation-sent';
  const hasComeIn = access.hasPassword || access.registeredAt !== null;
  const action = hasComeIn ? 'reset-password' : 'resend';
  const refusal = access.denied.find((one) => one.action === action)?.sentence;
  const wait = useCountdown(access.hasPassword ? 0 : (sendings.data?.waitSeconds ?? 0), sendings.dataUpdatedAt);

  return (
    <Section title={t(hasComeIn ? 'passwordTitle' : isActivation ? 'activationTitle' : 'welcomeTitle')} id="welcome">
      <Stack gap="sm">
        <LinkState access={access} hasComeIn={hasComeIn} />
        {refusal ? (
          <Text size="sm" c="dimmed">
            {refusal}
          </Text>
        ) : (
          <div>
            <Button
              variant="default"
              leftSection={hasComeIn ? <IconKey size={17} aria-hidden /> : <IconMailForward size={17} aria-hidden />}
              loading={isBusy}
              disabled={wait > 0}
              onClick={hasComeIn ? onReset : onResend}
            >
              {t(hasComeIn ? 'resetPassword' : isActivation ? 'resendActivation' : 'resendWelcome')}
            </Button>
            <Text size="sm" c="dimmed" mt={6} role="status">
              {wait > 0 ? (wait === 1 ? t('waitOne') : t('waitMany', { count: wait })) : ''}
            </Text>
          </div>
        )}
        <div>
          <Text component="h3" fw={650} mb={4}>
            {t('history')}
          </Text>
          <Loaded query={sendings} lines={2}>
            {({ items }) =>
              items.length === 0 ? (
                <Text c="dimmed">{t('historyNone')}</Text>
              ) : (
                <ol className={styles.sendings}>
                  {items.map((item) => (
                    <li key={item.id}>
                      <Sending sending={item} />
                    </li>
                  ))}
                </ol>
              )
            }
          </Loaded>
        </div>
      </Stack>
    </Section>
  );
}

function LinkState({ access, hasComeIn }: { access: AccessView; hasComeIn: boolean }) {
  const t = usePhrases(welcomePhrases);
  const format = useFormat();
  if (access.hasPassword) return <Text size="sm">{t('hasPassword')}</Text>;
  const until = access.openLink && format.dateTime(access.openLink.expiresAt);
  return (
    <Text size="sm">
      {[hasComeIn && t('hasNone'), until ? t('linkUntil', { until }) : t('linkNone'), t('goesTo', { address: access.email })]
        .filter(Boolean)
        .join(' ')}
    </Text>
  );
}

function Sending({ sending }: { sending: SendingView }) {
  const t = usePhrases(welcomePhrases);
  return (
    <>
      <div className={styles.sendingHead}>
        <LinkText to="/settings/mail/messages/$messageId" params={{ messageId: sending.id }} fw={600}>
          {sending.templateLabel}
        </LinkText>
        <Text size="sm" c="dimmed" component="span">
          <Time at={sending.queuedAt} exact />
        </Text>
      </div>
      <MessageState state={sending.state} />
      <Text size="sm" c="dimmed">
        <AddressText address={t('to', { address: sending.recipientAddress })} /> · {t('by', { name: sending.by.name })}
      </Text>
      <Text size="sm">{sending.sentence}</Text>
    </>
  );
}

/** Seconds counted down from what the server said, `at` whatever moment it said it: this device's clock may be another. */
function useCountdown(seconds: number, at: number): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same number said anew is counted anew
  useEffect(() => {
    setLeft(seconds);
    if (seconds <= 0) return undefined;
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, [seconds, at]);
  return left;
}
