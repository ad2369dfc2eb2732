import type { TemplateKey } from '../mail.ts';
import { accessBlockedTemplate } from './original/access-blocked.ts';
import { accessExpiringTemplate } from './original/access-expiring.ts';
import { accessExpiringStaffTemplate } from './original/access-expiring-staff.ts';
import { activationTemplate } from './original/activation.ts';
import { adminResetTemplate } from './original/admin-reset.ts';
import { assignmentDoneTemplate } from './original/assignment-done.ts';
import { emailChangeConfirmTemplate } from './original/email-change-confirm.ts';
import { emailChangeNoticeTemplate } from './original/email-change-notice.ts';
import { emailChangeRequestedTemplate } from './original/email-change-requested.ts';
import { impersonationNoticeTemplate } from './original/impersonation-notice.ts';
import { invitationReminderTemplate } from './original/invitation-reminder.ts';
import { invitationStaffTemplate } from './original/invitation-staff.ts';
import { invitationTeamTemplate } from './original/invitation-team.ts';
import { leadsReassignedTemplate } from './original/leads-reassigned.ts';
import { passwordChangedTemplate } from './original/password-changed.ts';
import { registrationKnownTemplate } from './original/registration-known.ts';
import { registrationPendingTemplate } from './original/registration-pending.ts';
import { resetPasswordTemplate } from './original/reset-password.ts';
import { setPasswordTemplate } from './original/set-password.ts';
import { testTemplate } from './original/test-mail.ts';
import { twoFactorDisabledTemplate } from './original/two-factor-disabled.ts';
import { welcomeTemplate } from './original/welcome.ts';
import { welcomeWithoutLinkTemplate } from './original/welcome-without-link.ts';
import type { Template } from './template.ts';

/** Every mail that Pforte knows, in the order of the settings page. A key without a template does not compile. */
const byKey: Record<TemplateKey, Template> = {
  set_password: setPasswordTemplate,
  welcome: welcomeTemplate,
  welcome_without_link: welcomeWithoutLinkTemplate,
  invitation_reminder: invitationReminderTemplate,
  activation: activationTemplate,
  registration_known: registrationKnownTemplate,
  assignment_done: assignmentDoneTemplate,
  access_expiring: accessExpiringTemplate,
  access_blocked: accessBlockedTemplate,
  invitation_staff: invitationStaffTemplate,
  admin_reset: adminResetTemplate,
  registration_pending_to_staff: registrationPendingTemplate,
  access_expiring_to_staff: accessExpiringStaffTemplate,
  leads_reassigned: leadsReassignedTemplate,
  invitation_team: invitationTeamTemplate,
  reset_password: resetPasswordTemplate,
  password_changed: passwordChangedTemplate,
  email_change_confirm: emailChangeConfirmTemplate,
  email_change_requested: emailChangeRequestedTemplate,
  email_change_notice: emailChangeNoticeTemplate,
  two_factor_disabled: twoFactorDisabledTemplate,
  impersonation_notice: impersonationNoticeTemplate,
  test: testTemplate,
};

export const templates: readonly Template[] = Object.values(byKey);

/** The mails that something sends: what people can look at, edit and switch. */
export const usedTemplates: readonly Template[] = templates.filter(({ isUsed }) => isUsed);

/** What is sent only after somebody has switched it on. */
export const offAtFirst: ReadonlySet<TemplateKey> = new Set(templates.filter(({ isOffAtFirst }) => isOffAtFirst).map(({ key }) => key));

export const templateOf = (key: TemplateKey): Template => byKey[key];

/** A key as it came over the wire; of the mails that something sends. */
export const findTemplate = (key: string): Template | undefined => usedTemplates.find((template) => template.key === key);
