import { BounceNotice } from '../../modules/bounce/web/bounce-notice.tsx';
import { QueuePage } from '../../modules/mail/web/queue-page.tsx';
import { portalContract } from '../../modules/portal/contract.ts';
import { useRead } from '../query.ts';

/** The queue of mails, with the names of the portals they speak for. */
export function QueueScreen() {
  const portals = useRead(portalContract.listPortals);
  const named = (portals.data?.items ?? []).map(({ id, name }) => ({ id, name }));
  return <QueuePage portals={named} notice={<BounceNotice />} />;
}
