import type { TemplateKey } from '../mail.ts';
import { emailChangeNoticeTemplate } from './email-change-notice.ts';
import { passwordChangedTemplate } from './password-changed.ts';
import { resetPasswordTemplate } from './reset-password.ts';
import { setPasswordTemplate } from './set-password.ts';
import type { Template } from './template.ts';
import { welcomeTemplate } from './welcome.ts';

/** Every mail that Pforte knows, in the order of the settings page. */
export const templates: readonly Template[] = [
  setPasswordTemplate,
  welcomeTemplate,
  resetPasswordTemplate,
  passwordChangedTemplate,
  emailChangeNoticeTemplate,
];

/** The mails that something sends: what people can look at and switch. */
export const usedTemplates: readonly Template[] = templates.filter(({ isUsed }) => isUsed);

const byKey: Record<TemplateKey, Template> = {
  set_password: setPasswordTemplate,
  welcome: welcomeTemplate,
  reset_password: resetPasswordTemplate,
  password_changed: passwordChangedTemplate,
  email_change_notice: emailChangeNoticeTemplate,
};

export const templateOf = (key: TemplateKey): Template => byKey[key];

/** A key as it came over the wire; of the mails that something sends. */
export const findTemplate = (key: string): Template | undefined => usedTemplates.find((template) => template.key === key);
