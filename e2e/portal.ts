import { expect, type Page } from '@playwright/test';

/** Steps of customers that several stories take, in the language of their portal. */
const words = {
  de: {
    newPassword: 'Neues Passwort',
    setPassword: 'Passwort festlegen',
    isSet: 'Das Passwort ist festgelegt. Jetzt anmelden.',
    accountName: 'Kontoname',
    password: 'Passwort',
    signIn: 'Anmelden',
    signOut: 'Abmelden',
    isSignedOut: 'Sie sind abgemeldet.',
    forgotten: 'Passwort vergessen',
    typed: 'E-Mail-Adresse oder Kontoname',
    request: 'Link anfordern',
    sent: 'Wenn es dazu einen Zugang gibt, ist eine E-Mail unterwegs.',
    wrong: 'Kontoname oder Passwort stimmt nicht.',
  },
  en: {
    newPassword: 'New password',
    setPassword: 'Set a password',
    isSet: 'The password is set. Sign in now.',
    accountName: 'Account name',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    isSignedOut: 'You are signed out.',
    forgotten: 'Forgotten password',
    typed: 'E-mail address or account name',
    request: 'Request a link',
    sent: 'If there is an access for it, an e-mail is on its way.',
    wrong: 'The account name or the password is not right.',
  },
};

export type Customer = ReturnType<typeof customerAt>;

export function customerAt(page: Page, language: 'de' | 'en' = 'de') {
  const say = words[language];
  const signInButton = page.getByRole('button', { name: say.signIn, exact: true });
  const forgottenLink = page.getByRole('link', { name: say.forgotten, exact: true });
  return {
    page,
    say,
    signInButton,
    forgottenLink,

    /** On the page behind a link. Ends on the sign-in page. */
    async setPassword(password: string) {
      await page.getByLabel(say.newPassword).fill(password);
      await page.getByRole('button', { name: say.setPassword, exact: true }).click();
      await expect(page.getByText(say.isSet)).toBeVisible();
    },

    async trySignIn(accountName: string, password: string) {
      await page.getByLabel(say.accountName).fill(accountName);
      await page.getByLabel(say.password, { exact: true }).fill(password);
      await signInButton.click();
    },

    async signIn(accountName: string, password: string) {
      await this.trySignIn(accountName, password);
      await expect(page.getByRole('button', { name: say.signOut })).toBeVisible();
    },

    async signOut() {
      await page.getByRole('button', { name: say.signOut }).click();
      await expect(page.getByText(say.isSignedOut)).toBeVisible();
    },

    /** From the sign-in page, by the link below its button. */
    async forget(typed: string) {
      await forgottenLink.click();
      await page.getByLabel(say.typed).fill(typed);
      await page.getByRole('button', { name: say.request }).click();
      await expect(page.getByText(say.sent)).toBeVisible();
    },
  };
}
