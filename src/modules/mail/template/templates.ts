import type { TemplateKey } from '../mail.ts';
import { passwordChangedTemplate } from './password-changed.ts';
import { resetPasswordTemplate } from './reset-password.ts';
import { setPasswordTemplate } from './set-password.ts';
import type { Template } from './template.ts';
import { welcomeTemplate } from './welcome.ts';

/** Every mail that Pforte knows, in the order of the settings page. */
export const templates: readonly Template[] = [setPasswordTemplate, welcomeTemplate, resetPasswordTemplate, passwordChangedTemplate];

const byKey: Record<TemplateKey, Template> = {
  set_password: setPasswordTemplate,
  welcome: welcomeTemplate,
  reset_password: resetPasswordTemplate,
  password_changed: passwordChangedTemplate,
};

export const templateOf = (key: TemplateKey): Template => byKey[key];

/** A key as it came over the wire. */
export const findTemplate = (key: string): Template | undefined => templates.find((template) => template.key === key);
