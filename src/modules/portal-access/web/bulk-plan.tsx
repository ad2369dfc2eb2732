import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type ProblemError } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { reading, refresh, useChange, useRead } from '../../../web/query.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { tellProblem } from '../../../web/ui/tell.ts';
import { type BulkPlanView, type BulkRowState, bulkContract } from '../bulk/contract.ts';
import styles from './access-page.module.css';
import { bulkPhrases } from './bulk-phrases.ts';

const isAtWork = ({ state }: Pick<BulkPlanView, 'state'>): boolean => state === 'running' || state === 'undoing';

/** How many rows of a plan are through, of how many that were to be acted upon. */
export function progressOf({ counts, state }: BulkPlanView): { done: number; all: number } {
  if (state === 'undoing' || state === 'undone') {
    const done = counts.undone + counts['undo-failed'];
    return { done, all: done + counts['undo-waiting'] };
  }
  const done = counts.done + counts.failed;
  return { done, all: done + counts.waiting };
}

/** A plan: who is affected and who is not; once it was started, how far it has come, what did not work, and what can be done about it. */
export function BulkPlan({ planId, onBack, onClose }: { planId: string; onBack?: () => void; onClose: () => void }) {
  const plan = useQuery({
    ...reading(bulkContract.getBulkPlan, { params: { planId } }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? 700 : false),
  });
  // What was changed in the background is shown on the page behind as well.
  const state = plan.data?.state;
  useEffect(() => {
    if (state === 'done' || state === 'undone') void refresh();
  }, [state]);
  return (
    <Loaded query={plan} lines={4}>
      {(view) => <Standing plan={view} {...(onBack && { onBack })} onClose={onClose} />}
    </Loaded>
  );
}

function Standing({ plan, onBack, onClose }: { plan: BulkPlanView; onBack?: () => void; onClose: () => void }) {
  const t = usePhrases(bulkPhrases);
  const format = useFormat();
  const { counts } = plan;
  const onError = ({ problem }: ProblemError) => tellProblem(problem);
  const params = { planId: plan.id };
  const apply = useChange(() => api(bulkContract.applyBulkPlan, { params }));
  const retry = useChange(() => api(bulkContract.retryBulkPlan, { params }));
  const undo = useChange(() => api(bulkContract.undoBulkPlan, { params }));
  const { done, all } = progressOf(plan);
  const numbered = (count: number, one: Parameters<typeof t>[0], many: Parameters<typeof t>[0]) =>
    count === 1 ? t(one) : t(many, { count: format.number(count) });
  const verb = plan.action === 'resend-open-older-than' ? 'resend' : plan.action;

  return (
    <Stack gap="md">
      <div role="status">
        {plan.state === 'planned' && (
          <Text fw={600}>{counts.affected === 0 ? t('affectedNone') : numbered(counts.affected, 'affectedOne', 'affectedMany')}</Text>
        )}
        {isAtWork(plan) && <Text fw={600}>{t('progress', { done: format.number(done), all: format.number(all) })}</Text>}
        {plan.state === 'done' && <Text fw={600}>{numbered(counts.done, 'doneOne', 'doneMany')}</Text>}
        {plan.state === 'undone' && <Text fw={600}>{numbered(counts.undone, 'undoneOne', 'undoneMany')}</Text>}
      </div>
      {isAtWork(plan) && (
        <>
          <Progress value={all ? (done / all) * 100 : 0} aria-label={t('progress', { done, all })} />
          <Text size="sm" c="dimmed">
            {t('goesOn')}
          </Text>
        </>
      )}
      <Reasons plan={plan} state="skipped" one="skippedOne" many="skippedMany" />
      <Reasons plan={plan} state="failed" one="failedOne" many="failedMany" />
      <Reasons plan={plan} state="undo-failed" one="undoFailedOne" many="undoFailedMany" />
      <Rows planId={plan.id} />
      <Group justify="flex-end">
        {plan.state === 'planned' && onBack && (
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
        )}
        {plan.allowed.includes('undo') && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(undefined, { onError })}>
            {t('undo')}
          </Button>
        )}
        {plan.allowed.includes('retry') && (
          <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate(undefined, { onError })}>
            {t('retry')}
          </Button>
        )}
        {plan.allowed.includes('apply') ? (
          <Button
            {...(plan.action === 'block' && { color: 'red.9' })}
            loading={apply.isPending}
            onClick={() => apply.mutate(undefined, { onError })}
          >
            {numbered(counts.affected, `do-${verb}One`, `do-${verb}Many`)}
          </Button>
        ) : (
          <Button onClick={onClose}>{t('close')}</Button>
        )}
      </Group>
    </Stack>
  );
}

type ReasonsProps = {
  plan: BulkPlanView;
  state: BulkRowState;
  one: Parameters<ReturnType<typeof bulkPhrases>>[0];
  many: Parameters<ReturnType<typeof bulkPhrases>>[0];
};

function Reasons({ plan, state, one, many }: ReasonsProps) {
  const t = usePhrases(bulkPhrases);
  const format = useFormat();
  const count = plan.counts[state];
  const reasons = plan.reasons.filter((reason) => reason.state === state);
  if (count === 0) return null;
  return (
    <div>
      <Text>{count === 1 ? t(one) : t(many, { count: format.number(count) })}</Text>
      <ul>
        {reasons.map(({ code, sentence, count: times }) => (
          <li key={code}>{t('reasonCount', { count: format.number(times), sentence })}</li>
        ))}
      </ul>
    </div>
  );
}

/** The accesses themselves, on demand. */
function Rows({ planId }: { planId: string }) {
  const t = usePhrases(bulkPhrases);
  const [isOpen, setOpen] = useState(false);
  const [pages, setPages] = useState<string[]>(['0']);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('showRows')}</summary>
      {isOpen && (
        <ul className={styles.candidates}>
          {pages.map((after, index) => (
            <RowPage
              key={after}
              planId={planId}
              after={after}
              onMore={index === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

function RowPage({ planId, after, onMore }: { planId: string; after: string; onMore: ((next: string) => void) | undefined }) {
  const t = usePhrases(bulkPhrases);
  const rows = useRead(bulkContract.listBulkRows, { params: { planId }, query: { after } });
  return (
    <Loaded query={rows} lines={3}>
      {({ items, next }) => (
        <>
          {items.map(({ accessId, name, email, portalName, state, sentence }) => (
            <li key={accessId} className={styles.candidate}>
              <div className={styles.who}>
                <LinkText to="/accesses/$accessId" params={{ accessId }}>
                  {name}
                </LinkText>
                <Text size="sm" c="dimmed">
                  {[email, portalName].filter(Boolean).join(' · ')}
                </Text>
              </div>
              <Text size="sm">{[t(`row-${state}`), sentence].filter(Boolean).join(': ')}</Text>
            </li>
          ))}
          {next && onMore && (
            <li>
              <Button size="compact-sm" variant="default" onClick={() => onMore(next)}>
                {t('moreRows')}
              </Button>
            </li>
          )}
        </>
      )}
    </Loaded>
  );
}
