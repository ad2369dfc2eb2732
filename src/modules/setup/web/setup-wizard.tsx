import { Button, Group, Stack, Title } from '@mantine/core';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, problemOf } from '../../../web/api.ts';
import { languageStore, usePhrases } from '../../../web/language.ts';
import { rememberedInTab, rememberInTab } from '../../../web/memory.ts';
import { oneAtATime } from '../../../web/one-at-a-time.ts';
import { queryClient } from '../../../web/query.ts';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { missingProblem } from '../../../web/ui/missing-problem.ts';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { setupContract } from '../contract.ts';
import { setupPhrases } from './phrases.ts';
import {
  missingIn,
  newSetup,
  reachable,
  readSetup,
  type SetupFields,
  type SetupStep,
  setupSteps,
  stepOfProblem,
  stepPhrases,
  typedUpTo,
  writeSetup,
} from './setup-draft.ts';
import { AdministratorFields, CompanyFields } from './setup-fields.tsx';
import { SetupSummary } from './setup-summary.tsx';
import { StepList } from './step-list.tsx';

const memoryKey = 'pforte.setup';

/**
 * Company, administrator, summary. Each step has its own address, so that the browser's „Zurück“ leads to the step before; what was typed outlives it and
 * a reload, but for the password. The server judges each step before the next one comes.
 */
export function SetupWizard({ secret, passwordMinimumLength }: { secret: string; passwordMinimumLength: number }) {
  const t = usePhrases(setupPhrases);
  const wizard = useWizard(secret);
  const { draft, step, isBusy } = wizard;
  const heading = useStepHeading(step);
  const index = setupSteps.indexOf(step);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        wizard.forward();
      }}
    >
      <Stack gap="lg">
        <StepList current={step} />
        <Title order={2} ref={heading} tabIndex={-1}>
          {t('stepOf', { step: index + 1, name: t(stepPhrases[step]) })}
        </Title>
        <ErrorSummary
          problem={draft.problem}
          title={t(step === 'summary' ? 'failed' : 'notYet')}
          labels={{ workspace: t('workspace'), timeZone: t('timeZone'), name: t('name'), email: t('email'), password: t('password') }}
        />
        {step === 'company' && <CompanyFields draft={draft} />}
        {step === 'administrator' && <AdministratorFields draft={draft} passwordMinimumLength={passwordMinimumLength} />}
        {step === 'summary' && <SetupSummary values={draft.values} onChange={wizard.goTo} />}
        <Group justify="space-between">
          {index > 0 ? (
            <Button variant="default" onClick={() => wizard.goTo(setupSteps[index - 1] ?? 'company')} disabled={isBusy}>
              {t('back')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" loading={isBusy}>
            {step === 'summary' ? t('finish') : t('next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function useWizard(secret: string) {
  const t = usePhrases(setupPhrases);
  const router = useRouter();
  const navigate = useNavigate({ from: '/setup/$secret' });
  const { step: wish = 'company' } = useSearch({ from: '/setup/$secret' });
  const [first] = useState(() => readSetup(rememberedInTab(memoryKey), newSetup(languageStore.get())));
  const draft = useDraft(first);
  const [isBusy, setBusy] = useState(false);
  const [once] = useState(oneAtATime);
  const step = useReachableStep(wish, first);

  useEffect(() => rememberInTab(memoryKey, writeSetup(draft.values)), [draft.values]);

  const goTo = (to: SetupStep) => navigate({ search: searchOf(to) });
  const finish = async () => {
    await api(setupContract.setUp, { body: { secret, ...draft.values }, signedOut: 'fail' });
    rememberInTab(memoryKey, null);
    queryClient.clear();
    await router.navigate({ to: '/', replace: true });
  };
  const check = async () => {
    await api(setupContract.checkSetup, { body: { secret, ...typedUpTo(step, draft.values) }, signedOut: 'fail' });
    await goTo(setupSteps[setupSteps.indexOf(step) + 1] ?? 'summary');
  };
  const forward = () =>
    once(async () => {
      const missing = missingProblem(missingIn(step, draft.values).map((name) => [name, t('missing')]));
      draft.fail(missing);
      if (missing) return;
      setBusy(true);
      try {
        await (step === 'summary' ? finish() : check());
      } catch (error) {
        const problem = problemOf(error);
        const place = stepOfProblem(problem) ?? step;
        if (place !== step) await goTo(place);
        draft.fail(problem);
      } finally {
        setBusy(false);
      }
    });

  return { draft, step, isBusy, goTo, forward };
}

/**
 * The step that the address names. An address that was opened anew can name one that is not reached yet, because a password is never remembered; then the
 * address is put right once, so that the step does not change under the fingers of whoever types what was missing.
 */
function useReachableStep(wish: SetupStep, first: SetupFields): SetupStep {
  const navigate = useNavigate({ from: '/setup/$secret' });
  const [{ from, to }, setMended] = useState(() => ({ from: wish, to: reachable(wish, first) }));

  useEffect(() => {
    if (from === to) return;
    if (wish === from) navigate({ search: searchOf(to), replace: true });
    else setMended({ from: wish, to: wish });
  }, [wish, from, to, navigate]);

  return wish === from ? to : wish;
}

const searchOf = (step: SetupStep): { step?: SetupStep } => (step === 'company' ? {} : { step });

/** After a change of step the heading takes the focus, so that the new step is announced and reading starts at its top. */
function useStepHeading(step: SetupStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus();
  }, [step]);
  return heading;
}
