import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Outside } from '../../../web/shell/outside.tsx';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkButton } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { usePageTitle } from '../../../web/ui/page-title.ts';
import { setupContract } from '../contract.ts';
import { setupPhrases } from './phrases.ts';
import { SetupWizard } from './setup-wizard.tsx';

/** The one-time address: three calm steps, then straight into the console. */
export function SetupPage() {
  const { secret } = useParams({ from: '/setup/$secret' });
  const t = usePhrases(setupPhrases);
  const state = useRead(setupContract.getSetupState);
  usePageTitle(t('title'));
  return (
    <Outside width={620}>
      <Loaded query={state}>
        {({ waiting, passwordMinimumLength }) =>
          waiting ? (
            <Stack gap="lg">
              <div>
                <Title order={1}>{t('title')}</Title>
                <Text c="dimmed">{t('intro')}</Text>
              </div>
              <Paper p={{ base: 'md', sm: 'xl' }} shadow="xs">
                <SetupWizard secret={secret} passwordMinimumLength={passwordMinimumLength} />
              </Paper>
            </Stack>
          ) : (
            <Empty
              icon={IconCircleCheck}
              order={1}
              title={t('doneTitle')}
              body={t('doneBody')}
              action={<LinkButton to="/sign-in">{t('signIn')}</LinkButton>}
            />
          )
        }
      </Loaded>
    </Outside>
  );
}
