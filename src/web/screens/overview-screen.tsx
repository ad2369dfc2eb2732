import { Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { bounceContract } from '../../modules/bounce/contract.ts';
import { BounceAlarm, hasBounceAlarm } from '../../modules/bounce/web/bounce-notice.tsx';
import { contactContract } from '../../modules/contact/contract.ts';
import { customerContract } from '../../modules/customer/contract.ts';
import { mailContract } from '../../modules/mail/contract.ts';
import { PauseNotice } from '../../modules/mail/web/pause-notice.tsx';
import { SendingNotice, useMailSetting } from '../../modules/mail/web/sending-notice.tsx';
import { mailDomainContract } from '../../modules/mail-domain/contract.ts';
import { DomainNotice, needsAttention } from '../../modules/mail-domain/web/domain-alarm.tsx';
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
import { WaitingAccesses } from './waiting-accesses.tsx';

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
                  <SendingNotice />
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
  const setting = useMailSetting();
  const templates = useRead(mailContract.listTemplates);
  const domain = useRead(mailDomainContract.getMailDomain);
  const bounces = useRead(bounceContract.getBounceAlarm);
  const queue = useRead(mailContract.getQueue);
  const failed = useRead(contactContract.listLostMails, { query: { limit: few } });
  const invited = useRead(contactContract.listContacts, { query: { access: 'invited', sort: '-updatedAt', limit: few } });

  return (
    <Loaded query={setting}>
      {(setting) => (
        <Loaded query={templates}>
          {({ items }) => (
            <Loaded query={queue}>
              {(queue) => (
                <Loaded query={failed}>
                  {(failed) => (
                    <Loaded query={domain}>
                      {(domain) => (
                        <Loaded query={invited}>
                          {(invited) => {
                            const bounced = bounces.data;
                            const off = items.filter(({ active, offAtFirst }) => !active && !offAtFirst);
                            const isQuiet =
                              !setting.pause &&
                              !queue.stopped &&
                              !needsAttention(domain) &&
                              !(bounced && hasBounceAlarm(bounced)) &&
                              off.length + failed.items.length + invited.items.length === 0;
                            return (
                              <Stack gap="lg">
                                <PauseNotice />
                                <DomainNotice domain={domain} />
                                {bounced && <BounceAlarm alarm={bounced} />}
                                <MailNotices setting={setting} off={off} />
                                <WaitingAccesses />
                                <FailedMails failed={failed} />
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
      )}
    </Loaded>
  );
}
