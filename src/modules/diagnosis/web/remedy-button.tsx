import { Button, type ButtonProps, Modal, Stack, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProblemError } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { shellPhrases } from '../../../web/phrases.ts';
import { useChange, useRead } from '../../../web/query.ts';
import { Confirm } from '../../../web/ui/confirm.tsx';
import { CopyButton } from '../../../web/ui/copyable.tsx';
import { tell, tellAtLength, tellProblem } from '../../../web/ui/tell.ts';
import { portalAccessContract } from '../../portal-access/contract.ts';
import { AssignDialog } from '../../portal-access/web/assign-dialog.tsx';
import type { RemedyView } from '../contract.ts';
import { callRemedy } from './call-remedy.ts';
import { diagnosisPhrases } from './phrases.ts';

type RemedyProps = {
  remedy: RemedyView;
  /** Whom it helps. */
  name: string;
  accessId: string | null;
  /** The one button that stands out. */
  isMain?: boolean;
};

/** The button that helps: it works where it stands, by the same route as everywhere else. What cannot be undone is asked first. */
export function RemedyButton({ remedy, name, accessId, isMain = false }: RemedyProps) {
  const t = usePhrases(diagnosisPhrases);
  const [isAsking, setAsking] = useState(false);
  const run = useChange(
    (day: string | null) => callRemedy(remedy.call ?? { method: 'POST', path: '', body: null }, day),
    (answer) => {
      setAsking(false);
      if (answer?.mail?.sentence) return (answer.mail.state === 'queued' ? tell : tellAtLength)(answer.mail.sentence);
      const done = doneOf(remedy.action);
      if (done) tell(t(done));
    },
  );
  const look = isMain ? {} : ({ variant: 'default', size: 'xs' } as const);
  const ask = () => setAsking(true);

  if (remedy.copy) return <CopyButton value={remedy.copy} label={remedy.label} name={name} />;
  if (remedy.action === 'assign' && accessId)
    return (
      <>
        <Button {...look} onClick={ask}>
          {remedy.label}
        </Button>
        {isAsking && <Assigning accessId={accessId} onClose={() => setAsking(false)} />}
      </>
    );
  if (!remedy.call) return <PathButton path={remedy.path ?? '/'} label={remedy.label} look={look} />;

  const isAsked = remedy.asks === 'day' || remedy.action === 'reset-password';
  const onError = ({ problem }: ProblemError) => tellProblem(problem);
  return (
    <>
      <Button {...look} loading={run.isPending && !isAsking} onClick={isAsked ? ask : () => run.mutate(null, { onError })}>
        {remedy.label}
      </Button>
      {remedy.action === 'reset-password' && (
        <Confirm
          opened={isAsking}
          onClose={() => setAsking(false)}
          title={t('resetTitle', { name })}
          verb={t('resetVerb')}
          isDanger
          isBusy={run.isPending}
          error={run.error}
          onConfirm={() => run.mutate(null)}
        >
          <p>{t('resetWhat')}</p>
        </Confirm>
      )}
      {remedy.asks === 'day' && isAsking && (
        <DayDialog name={name} isBusy={run.isPending} onClose={() => setAsking(false)} onDay={(day) => run.mutate(day, { onError })} />
      )}
    </>
  );
}

/** A page of the console whose address came from the server; only own paths are followed. */
function PathButton({ path, label, look }: { path: string; label: string; look: Pick<ButtonProps, 'variant' | 'size'> }) {
  const router = useRouter();
  if (!/^\/(?![/\\])/.test(path)) return <span>{label}</span>;
  return (
    <Button
      component="a"
      {...look}
      href={`/console${path}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(`/console${path}`);
      }}
    >
      {label}
    </Button>
  );
}

const told = [
  'unblock',
  'change-expiry',
  'open-company',
  'open-portal',
  'retry',
  'try-transport',
  'resume-queue',
  'release-address',
  'lift-slow-down',
] as const;
const doneOf = (action: RemedyView['action']) => {
  const done = told.find((one) => one === action);
  return done && (`done-${done}` as const);
};

function Assigning({ accessId, onClose }: { accessId: string; onClose: () => void }) {
  const access = useRead(portalAccessContract.getAccess, { params: { accessId } });
  return access.data ? <AssignDialog access={access.data} onClose={onClose} /> : null;
}

type DayProps = { name: string; isBusy: boolean; onClose: () => void; onDay: (day: string | null) => void };

function DayDialog({ name, isBusy, onClose, onDay }: DayProps) {
  const t = usePhrases(diagnosisPhrases);
  const shell = usePhrases(shellPhrases);
  const [day, setDay] = useState('');
  return (
    <Modal opened onClose={onClose} title={t('dayTitle', { name })} closeButtonProps={{ 'aria-label': shell('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDay(day || null);
        }}
      >
        <Stack>
          <TextInput
            type="date"
            label={t('dayLabel')}
            description={t('dayNote')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" loading={isBusy} style={{ alignSelf: 'flex-end' }}>
            {t('dayVerb')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
