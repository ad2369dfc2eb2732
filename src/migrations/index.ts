import { workspaceMigration } from './0001-workspace.ts';
import { eventMigration } from './0002-event.ts';
import { mailMigration } from './0003-mail.ts';
import { peopleMigration } from './0004-people.ts';
import { admissionMigration } from './0005-admission.ts';

/** Every migration in the order in which it runs. Forward only; one that has been released is never edited. */
export const migrations = [workspaceMigration, eventMigration, mailMigration, peopleMigration, admissionMigration];
