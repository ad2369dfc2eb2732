import type { TestMailView } from './contract.ts';
import type { ListedTestMail } from './test-mailbox-store.ts';

export const presentTestMail = ({ receivedAt, ...mail }: ListedTestMail): TestMailView => ({
  ...mail,
  receivedAt: receivedAt.toISOString(),
});
