import { Button, Checkbox } from '@mantine/core';
import { api, problemOf } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useChange } from '../../../web/query.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import { tell, tellProblem } from '../../../web/ui/tell.ts';
import { type DraftOf, fieldId } from '../../../web/ui/use-draft.ts';
import { type BounceSettingView, bounceContract } from '../contract.ts';
import type { BounceFields } from './bounce-draft.ts';
import { bouncePhrases } from './phrases.ts';

const tones = { proven: 'good', asked: 'wait', late: 'warn', 'not-asked': 'warn' } as const;

/** Whether every mail gets a return address of its own, and how far it is known that such addresses come in. */
export function SubAddresses({ draft, setting }: { draft: DraftOf<BounceFields>; setting: BounceSettingView }) {
  const t = usePhrases(bouncePhrases);
  const check = setting.mailbox?.subAddressCheck;
  const again = useChange(
    () => api(bounceContract.checkSubAddresses),
    () => tell(t('askedAgain')),
  );
  return (
    <>
      <Checkbox
        id={fieldId('bounceSubAddresses')}
        label={t('bounceSubAddresses')}
        description={t('subAddressesNote')}
        checked={draft.values.bounceSubAddresses}
        onChange={(event) => draft.set('bounceSubAddresses', event.currentTarget.checked)}
      />
      {check && draft.values.bounceSubAddresses && (
        <Notice tone={tones[check.state]} role="status">
          <p>{check.sentence}</p>
          {(check.state === 'late' || check.state === 'not-asked') && (
            <Button
              size="xs"
              variant="default"
              loading={again.isPending}
              onClick={() => again.mutate(undefined, { onError: (error) => tellProblem(problemOf(error)) })}
            >
              {t('checkAgain')}
            </Button>
          )}
        </Notice>
      )}
    </>
  );
}
