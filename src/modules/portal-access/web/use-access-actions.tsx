import { Menu, Text, Textarea } from '@mantine/core';
import {
  IconCalendarPlus,
  IconDeviceLaptopOff,
  IconKey,
  IconLock,
  IconLockOpen,
  IconMailForward,
  IconPencil,
  IconUserCheck,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useState } from 'react';
import { api, type ProblemError } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { RemoveItem } from '../../../web/ui/remove-item.tsx';
import { tell, tellAtLength, tellProblem } from '../../../web/ui/tell.ts';
import { useImpersonation } from '../../impersonation/web/use-impersonation.tsx';
import { assignmentContract } from '../assignment/contract.ts';
import { type AccessView, portalAccessContract } from '../contract.ts';
import { accessListPhrases } from '../list/phrases.ts';
import { welcomeContract } from '../welcome/contract.ts';
import type { FormState } from './access-form.tsx';
import { accessPagePhrases } from './access-page-phrases.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { welcomePhrases } from './welcome-phrases.ts';

type Asked = { what: 'save-first' | 'assign' | 'block' | 'end-sessions' | 'reset-password' | 'delete'; access: AccessView };

/** How much longer „verlängern“ lets somebody in. */
export const extensionDays = 30;

/** What can be done with an access, the same in the list and on its page: menu entries and the dialogs behind them. */
export function useAccessActions({
  form,
  onDeleted,
}: {
  /** The form of the access's page: what is unsaved in it is asked for before a mail leaves (B070). */
  form?: RefObject<FormState | undefined>;
  onDeleted?: () => void;
} = {}) {
  const t = usePhrases(accessListPhrases);
  const page = usePhrases(accessPagePhrases);
  const format = useFormat();
  const navigate = useNavigate();
  const impersonation = useImpersonation();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const onError = ({ problem }: ProblemError) => tellProblem(problem);

  const unblocking = useChange(
    (access: AccessView) =>
      api(portalAccessContract.changeAccess, { params: { accessId: access.id }, body: { granted: true }, version: access.version }),
    ({ name }) => tell(page('unblocked', { name })),
  );
  const resending = useChange(
    (access: AccessView) => api(welcomeContract.resend, { params: { accessId: access.id } }),
    ({ mail }) => (mail.state === 'queued' ? tell : tellAtLength)(mail.sentence),
  );
  const extending = useChange(
    (access: AccessView) =>
      api(assignmentContract.extendAccess, { params: { accessId: access.id }, body: { days: extensionDays }, version: access.version }),
    ({ name, expiresOn }) => tell(page('extended', { name, day: format.day(`${expiresOn}T12:00:00Z`) })),
  );
  const assign = (access: AccessView) => setAsked({ what: 'assign', access });
  const unblock = (access: AccessView) => unblocking.mutate(access, { onError });
  const send = (access: AccessView) => resending.mutate(access, { onError });
  const resend = (access: AccessView) => (form?.current?.isDirty ? setAsked({ what: 'save-first', access }) : send(access));
  const extend = (access: AccessView) => extending.mutate(access, { onError });
  const resetPassword = (access: AccessView) => setAsked({ what: 'reset-password', access });

  const menu = (access: AccessView, { withOpen }: { withOpen: boolean }): ReactNode => {
    const may = (action: AccessView['allowed'][number]) => access.allowed.includes(action);
    return (
      <>
        {withOpen && (
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => navigate({ to: '/accesses/$accessId', params: { accessId: access.id } })}
          >
            {t('edit')}
          </Menu.Item>
        )}
        {may('assign') && (access.assignment === 'pending' || !withOpen) && (
          <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => assign(access)}>
            {page('assign')}
          </Menu.Item>
        )}
        {may('resend') && (
          <Menu.Item leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => resend(access)}>
            {page(access.registration === 'activation-sent' ? 'resendActivation' : 'resendWelcome')}
          </Menu.Item>
        )}
        {may('reset-password') && (
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => resetPassword(access)}>
            {page('resetPassword')}
          </Menu.Item>
        )}
        {may('extend') && (
          <Menu.Item leftSection={<IconCalendarPlus size={16} aria-hidden />} onClick={() => extend(access)}>
            {page('extend', { days: extensionDays })}
          </Menu.Item>
        )}
        {may('block') && (
          <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={() => setAsked({ what: 'block', access })}>
            {t('block')}
          </Menu.Item>
        )}
        {may('unblock') && (
          <Menu.Item leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => unblock(access)}>
            {t('unblock')}
          </Menu.Item>
        )}
        {may('end-sessions') && (
          <Menu.Item leftSection={<IconDeviceLaptopOff size={16} aria-hidden />} onClick={() => setAsked({ what: 'end-sessions', access })}>
            {page('endSessions')}
          </Menu.Item>
        )}
        {impersonation.item(access)}
        <Menu.Divider />
        <RemoveItem
          label={page('remove')}
          reason={access.denied.find(({ action }) => action === 'delete')?.sentence}
          onRemove={() => setAsked({ what: 'delete', access })}
        />
      </>
    );
  };

  const dialogs = (
    <>
      {asked?.what === 'save-first' && (
        <SaveFirstDialog
          access={asked.access}
          onClose={close}
          onSave={async () => {
            close();
            if (await form?.current?.save()) send(asked.access);
          }}
        />
      )}
      {asked?.what === 'assign' && <AssignDialog access={asked.access} onClose={close} />}
      {asked?.what === 'block' && <BlockDialog access={asked.access} onClose={close} />}
      {asked?.what === 'end-sessions' && <EndSessionsDialog access={asked.access} onClose={close} />}
      {asked?.what === 'reset-password' && <ResetDialog access={asked.access} onClose={close} />}
      {asked?.what === 'delete' && <DeleteDialog access={asked.access} onClose={close} {...(onDeleted && { onDeleted })} />}
      {impersonation.dialog}
    </>
  );

  return {
    menu,
    dialogs,
    assign,
    unblock,
    resend,
    extend,
    resetPassword,
    isBusy: unblocking.isPending || resending.isPending || extending.isPending,
  };
}

type DialogProps = { access: AccessView; onClose: () => void };

function BlockDialog({ access, onClose }: DialogProps) {
  const t = usePhrases(accessPagePhrases);
  const [reason, setReason] = useState('');
  const { id, name, version } = access;
  const block = useChange(
    () =>
      api(portalAccessContract.changeAccess, {
        params: { accessId: id },
        body: { granted: false, blockReason: reason.trim() || null },
        version,
      }),
    () => {
      tell(t('blocked', { name }));
      onClose();
    },
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('blockTitle', { name })}
      verb={t('block')}
      isDanger
      isBusy={block.isPending}
      error={block.error}
      onConfirm={() => block.mutate(undefined)}
    >
      <Text mb="md">{t('blockBody')}</Text>
      <Textarea
        label={t('blockReason')}
        description={t('blockReasonNote')}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
      />
    </Confirm>
  );
}

function EndSessionsDialog({ access, onClose }: DialogProps) {
  const t = usePhrases(accessPagePhrases);
  const format = useFormat();
  const { id, name, version, sessions } = access;
  const end = useChange(
    () => api(assignmentContract.endAccessSessions, { params: { accessId: id }, version }),
    () => {
      tell(t('ended', { name }));
      onClose();
    },
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('endTitle', { name })}
      verb={t('endSessions')}
      isBusy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate(undefined)}
    >
      <Text>{sessions === 1 ? t('endOne') : t('endMany', { count: format.number(sessions) })}</Text>
    </Confirm>
  );
}

/** A mail sent now would go to the address before. */
function SaveFirstDialog({ access, onClose, onSave }: DialogProps & { onSave: () => void }) {
  const t = usePhrases(welcomePhrases);
  return (
    <Confirm opened onClose={onClose} title={t('saveFirstTitle')} verb={t('saveAndSend')} onConfirm={onSave}>
      <Text>{t('saveFirstBody', { address: access.email })}</Text>
    </Confirm>
  );
}

function ResetDialog({ access, onClose }: DialogProps) {
  const t = usePhrases(accessPagePhrases);
  const { id, name, email, version } = access;
  const reset = useChange(
    () => api(welcomeContract.resetPassword, { params: { accessId: id }, version }),
    ({ mail }) => {
      (mail.state === 'queued' ? tell : tellAtLength)(mail.sentence);
      onClose();
    },
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('resetTitle', { name })}
      verb={t('resetPassword')}
      isDanger
      isBusy={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate(undefined)}
    >
      <Text>{t('resetBody', { email })}</Text>
    </Confirm>
  );
}
