import { workspaceMigration } from './0001-workspace.ts';
import { eventMigration } from './0002-event.ts';
import { mailMigration } from './0003-mail.ts';
import { peopleMigration } from './0004-people.ts';
import { admissionMigration } from './0005-admission.ts';
import { mailSettingMigration } from './0006-mail-setting.ts';
import { mailQueueMigration } from './0007-mail-queue.ts';
import { mailTemplateMigration } from './0008-mail-template.ts';
import { mailDomainMigration } from './0009-mail-domain.ts';
import { bounceMigration } from './0010-bounce.ts';
import { reminderMigration } from './0011-reminder.ts';
import { traceMigration } from './0012-trace.ts';
import { queueMigration } from './0014-queue.ts';
import { bounceReportMigration } from './0015-bounce-report.ts';
import { spfPartMigration } from './0016-mail-setting.ts';
import { portalAccessMigration } from './0018-portal-access.ts';
import { portalMigration } from './0019-portal.ts';
import { accessListMigration } from './0020-access-list.ts';
import { assignmentMigration } from './0021-assignment.ts';
import { welcomeMigration } from './0022-welcome.ts';
import { registrationMigration } from './0023-registration.ts';
import { actingMigration } from './0024-acting.ts';
import { diagnosisMigration } from './0025-diagnosis.ts';

/** Every migration in the order in which it runs. Forward only; one that has been released is never edited. */
export const migrations = [
  workspaceMigration,
  eventMigration,
  mailMigration,
  peopleMigration,
  admissionMigration,
  mailSettingMigration,
  mailQueueMigration,
  mailTemplateMigration,
  mailDomainMigration,
  bounceMigration,
  reminderMigration,
  traceMigration,
  queueMigration,
  bounceReportMigration,
  spfPartMigration,
  portalAccessMigration,
  portalMigration,
  accessListMigration,
  assignmentMigration,
  welcomeMigration,
  registrationMigration,
  actingMigration,
  diagnosisMigration,
];
