import { Button, Group, Stack, Title } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, problemOf } from '../../../web/api.ts';
import { languageStore, usePhrases } from '../../../web/language.ts';
import { queryClient } from '../../../web/query.ts';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { setupContract } from '../contract.ts';
import { setupPhrases } from './phrases.ts';
import { missingIn, newSetup, type SetupStep, setupSteps, stepOfProblem } from './setup-draft.ts';
import { AdministratorFields, CompanyFields } from './setup-fields.tsx';
import { SetupSummary } from './setup-summary.tsx';
import { StepList } from './step-list.tsx';

/** Company, administrator, summary. Going back loses nothing; what the server refuses leads to its step. */
export function SetupWizard({ secret, passwordMinimumLength }: { secret: string; passwordMinimumLength: number }) {
  const t = usePhrases(setupPhrases);
  const router = useRouter();
  const draft = useDraft(newSetup(languageStore.get()));
  const [step, setStep] = useState<SetupStep>('stepCompany');
  const [isBusy, setBusy] = useState(false);
  const index = setupSteps.indexOf(step);
  const heading = useStepHeading(step);

  const finish = async () => {
    setBusy(true);
    try {
      await api(setupContract.setUp, { body: { secret, ...draft.values }, signedOut: 'fail' });
      queryClient.clear();
      await router.navigate({ to: '/', replace: true });
    } catch (error) {
      const problem = problemOf(error);
      setStep(stepOfProblem(problem) ?? step);
      draft.fail(problem);
    } finally {
      setBusy(false);
    }
  };

  const forward = () => {
    const missing = missingIn(step, draft.values);
    const [first] = missing;
    if (first) {
      const errors = missing.map((name) => ({ pointer: `/${name}`, code: 'field.required', detail: t('missing') }));
      return draft.fail({ type: 'about:blank', title: t('missing'), status: 422, code: 'request.invalid', detail: t('missing'), errors });
    }
    draft.fail(undefined);
    const next = setupSteps[index + 1];
    return next ? setStep(next) : finish();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        forward();
      }}
    >
      <Stack gap="lg">
        <StepList current={step} />
        <Title order={2} ref={heading} tabIndex={-1}>
          {t('stepOf', { step: index + 1, name: t(step) })}
        </Title>
        <ErrorSummary
          problem={draft.problem}
          title={t('failed')}
          labels={{ workspace: t('workspace'), timeZone: t('timeZone'), name: t('name'), email: t('email'), password: t('password') }}
        />
        {step === 'stepCompany' && <CompanyFields draft={draft} />}
        {step === 'stepAdministrator' && <AdministratorFields draft={draft} passwordMinimumLength={passwordMinimumLength} />}
        {step === 'stepSummary' && <SetupSummary values={draft.values} onChange={setStep} />}
        <Group justify="space-between">
          {index > 0 ? (
            <Button variant="default" onClick={() => setStep(setupSteps[index - 1] ?? 'stepCompany')} disabled={isBusy}>
              {t('back')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" loading={isBusy}>
            {step === 'stepSummary' ? t('finish') : t('next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

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
