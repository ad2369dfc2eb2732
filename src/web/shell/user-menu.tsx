import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconUser, IconUserCircle } from '@tabler/icons-react';
import type { MeView } from '../../modules/sign-in/contract.ts';
import { useLanguage, usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { LinkItem } from '../ui/link.tsx';
import { changeLanguage, signOut } from './account-actions.ts';

const schemes = ['light', 'dark', 'auto'] as const;

/** Everything about oneself: profile, language, light or dark, sign out. */
export function UserMenu({ me }: { me: MeView }) {
  const t = usePhrases(shellPhrases);
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  return (
    <Menu width={260} withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" size="lg" c="inherit" aria-label={t('userMenu', { name: me.name })}>
          <IconUserCircle size={24} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          <br />
          {me.accountName}
        </Menu.Label>
        <LinkItem to="/profile" leftSection={<IconUser size={16} aria-hidden />}>
          {t('profile')}
        </LinkItem>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(choice) => changeLanguage(choice === 'en' ? 'en' : 'de')}>
          <Menu.RadioItem value="de" lang="de">
            {t('german')}
          </Menu.RadioItem>
          <Menu.RadioItem value="en" lang="en">
            {t('english')}
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Label>{t('appearance')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(choice) => setColorScheme(schemes.find((scheme) => scheme === choice) ?? 'auto')}>
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {t(scheme === 'auto' ? 'system' : scheme)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
        <Menu.Label>{t('version', { version: me.version })}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
