import { Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { contactContract } from '../../modules/contact/contract.ts';
import { customerContract } from '../../modules/customer/contract.ts';
import { mailContract } from '../../modules/mail/contract.ts';
import { PauseNotice } from '../../modules/mail/web/pause-notice.tsx';
import { usePhrases } from '../language.ts';
import { useMe } from '../me.ts';
import { useRead } from '../query.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { FailedMails } from './failed-mails.tsx';
import { FirstSteps } from './first-steps.tsx';
import { InvitedPeople } from './invited-people.tsx';
import { MailNotices } from './mail-notices.tsx';
import { overviewPhrases } from './phrases.ts';

const few = 5;

/** What waits for somebody; in a new workspace the first steps instead. */
export function OverviewScreen() {
  const t = usePhrases(overviewPhrases);
  const me = useMe();
  const companies = useRead(customerContract.listCustomers, { query: { limit: 1 } });
  const people = useRead(contactContract.listContacts, { query: { limit: 1 } });

  return (
    <Page title={t('hello', { name: me.name })} tab={t('title')}>
      <Loaded query={companies}>
        {(companies) => (
          <Loaded query={people}>
            {(people) =>
              companies.total === 0 || people.total === 0 ? (
                <Stack gap="lg">
                  <FirstSteps hasCompany={companies.total > 0} />
                </Stack>
              ) : (
                <Waiting />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Waiting() {
  const t = usePhrases(overviewPhrases);
  const setting = useRead(mailContract.getMailSettings);
  const templates = useRead(mailContract.listTemplates);
  const refused = useRead(mailContract.listMessages, { query: { state: 'refused', limit: few } });
  const givenUp = useRead(mailContract.listMessages, { query: { state: 'given-up', limit: few } });
  const invited = useRead(contactContract.listContacts, { query: { access: 'invited', sort: '-updatedAt', limit: few } });

  return (
    <Loaded query={setting}>
      {(setting) => (
        <Loaded query={templates}>
          {({ items }) => (
            <Loaded query={refused}>
              {(refused) => (
                <Loaded query={givenUp}>
                  {(givenUp) => (
                    <Loaded query={invited}>
                      {(invited) => {
                        const off = items.filter(({ active }) => !active);
                        const isQuiet =
                          !setting.pause && off.length + refused.items.length + givenUp.items.length + invited.items.length === 0;
                        return (
                          <Stack gap="lg">
                            <PauseNotice setting={setting} />
                            <MailNotices setting={setting} off={off} />
                            <FailedMails refused={refused} givenUp={givenUp} />
                            <InvitedPeople invited={invited} />
                            {isQuiet && <Empty icon={IconCircleCheck} title={t('nothingTitle')} body={t('nothingBody')} />}
                          </Stack>
                        );
                      }}
                    </Loaded>
                  )}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
