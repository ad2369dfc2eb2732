import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { RowMenu } from '../../../web/ui/row-menu.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { type AccessView, portalAccessContract } from '../contract.ts';
import { accessListPhrases } from '../list/phrases.ts';
import { AccessContacts } from './access-contacts.tsx';
import { AccessForm, type FormState } from './access-form.tsx';
import { accessPagePhrases } from './access-page-phrases.ts';
import { AdmissionState, AssignmentState, RegistrationState } from './access-state.tsx';
import { AccessTimeline } from './access-timeline.tsx';
import { extensionDays, useAccessActions } from './use-access-actions.tsx';
import { WelcomePanel } from './welcome-panel.tsx';

/** What others put on the page. `isDirty`: the form holds what was not saved yet. */
type Slots = {
  /** Below the form. */
  below?: (access: AccessView, isDirty: boolean) => ReactNode;
  /** Beside the form, first. */
  beside?: (access: AccessView) => ReactNode;
};

/** One access: its states in words, what comes next as the main button, decisions and facts left, what happened right. */
export function AccessPage(slots: Slots) {
  const { accessId } = useParams({ from: '/app/accesses/$accessId' });
  const access = useRead(portalAccessContract.getAccess, { params: { accessId } });
  const t = usePhrases(accessPagePhrases);
  if (!access.data) {
    return (
      <Page title={t('access')}>
        <Loaded query={access}>{() => null}</Loaded>
      </Page>
    );
  }
  return <LoadedAccess key={accessId} access={access.data} {...slots} />;
}

function LoadedAccess({ access, below, beside }: Slots & { access: AccessView }) {
  const list = usePhrases(accessListPhrases);
  const navigate = useNavigate();
  const form = useRef<FormState>(undefined);
  const actions = useAccessActions({ form, onDeleted: () => navigate({ to: '/accesses', ignoreBlocker: true }) });
  return (
    <Page
      title={access.name}
      above={<LinkText to="/accesses">{list('accesses')}</LinkText>}
      below={
        <Group gap="xs 24px" align="flex-start">
          <State label={list('admission')}>
            <AdmissionState access={access} />
          </State>
          <State label={list('assignment')}>
            <AssignmentState access={access} />
          </State>
          <State label={list('registration')} isAlways>
            <RegistrationState access={access} />
          </State>
        </Group>
      }
      actions={
        <>
          <NextStep access={access} actions={actions} />
          <RowMenu name={access.name}>{actions.menu(access, { withOpen: false })}</RowMenu>
        </>
      }
    >
      {!access.admitted && <Text>{access.reasons.map(({ sentence }) => sentence).join(' ')}</Text>}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <AccessContacts access={access} onAdd={() => actions.assign(access)} />
            <AccessForm access={access}>
              {(state) => {
                form.current = state;
                return below?.(access, state.isDirty);
              }}
            </AccessForm>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            {beside?.(access)}
            <WelcomePanel
              access={access}
              isBusy={actions.isBusy}
              onResend={() => actions.resend(access)}
              onReset={() => actions.resetPassword(access)}
            />
            <AccessFacts access={access} />
            <AccessTimeline accessId={access.id} />
          </Stack>
        </Grid.Col>
      </Grid>
      {actions.dialogs}
    </Page>
  );
}

/** A state with what it is the state of; narrow, those of the list say it themselves. */
function State({ label, isAlways = false, children }: { label: string; isAlways?: boolean; children: ReactNode }) {
  return (
    <Group gap={6} align="flex-start" wrap="nowrap">
      <Text span size="sm" c="dimmed" {...(!isAlways && { visibleFrom: 'sm' })}>
        {label}:
      </Text>
      {children}
    </Group>
  );
}

/** What helps next, if anything does: the one button that stands out. */
function NextStep({ access, actions }: { access: AccessView; actions: ReturnType<typeof useAccessActions> }) {
  const t = usePhrases(accessPagePhrases);
  const may = (action: AccessView['allowed'][number]) => access.allowed.includes(action);
  const because = (code: string) => access.reasons.some((reason) => reason.code === code);
  const button = (label: string, act: () => void) => (
    <Button onClick={act} loading={actions.isBusy}>
      {label}
    </Button>
  );
  if (because('blocked') && may('unblock')) return button(t('unblock'), () => actions.unblock(access));
  if (because('expired') && may('extend')) return button(t('extend', { days: extensionDays }), () => actions.extend(access));
  if (access.assignment === 'pending' && may('assign')) return button(t('addContact'), () => actions.assign(access));
  if (may('resend'))
    return button(t(access.registration === 'activation-sent' ? 'resendActivation' : 'resendWelcome'), () => actions.resend(access));
  if (because('no-credential') && may('reset-password')) return button(t('resetPassword'), () => actions.resetPassword(access));
  return null;
}

function AccessFacts({ access }: { access: AccessView }) {
  const t = usePhrases(accessPagePhrases);
  const list = usePhrases(accessListPhrases);
  const format = useFormat();
  const instant = (at: string | null) => at && <Time at={at} exact />;
  const { block } = access;
  return (
    <Section title={t('facts')} id="access-facts">
      <Facts
        rows={[
          [
            list('source'),
            <LinkText key="portal" to="/portals/$portalId" params={{ portalId: access.portal.id }}>
              {access.portal.name}
            </LinkText>,
          ],
          [list('accountName'), access.accountName],
          [t('origin'), t(`origin-${access.origin}`)],
          [
            t('block_'),
            block &&
              [block.by ? t('blockBy', { when: format.dateTime(block.at), name: block.by }) : format.dateTime(block.at), block.reason]
                .filter(Boolean)
                .join(': '),
          ],
          [t('password'), t(access.hasPassword ? 'passwordYes' : 'passwordNo')],
          [t('devices'), access.sessions > 0 ? format.number(access.sessions) : undefined],
          [list('createdAt'), instant(access.createdAt)],
          [list('invitedAt'), instant(access.invitedAt)],
          [list('registeredAt'), instant(access.registeredAt)],
          [list('lastSignIn'), access.lastSignInAt ? instant(access.lastSignInAt) : list('never')],
          [t('recordId'), <code key="id">{access.id}</code>],
        ]}
      />
    </Section>
  );
}
