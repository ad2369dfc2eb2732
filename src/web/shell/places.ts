import {
  IconDoor,
  IconFileText,
  IconHistory,
  IconHome,
  IconLifebuoy,
  IconMail,
  IconSettings,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';

/** The pages of the main menu, in its order. An entry appears when it works. */
export const places = [
  { key: 'overview', to: '/', icon: IconHome, group: 'main' },
  { key: 'customers', to: '/customers', icon: IconUsers, group: 'main' },
  { key: 'diagnosis', to: '/diagnosis', icon: IconLifebuoy, group: 'main' },
  { key: 'portals', to: '/portals', icon: IconDoor, group: 'configuration' },
  { key: 'accesses', to: '/accesses', icon: IconUserShield, group: 'configuration' },
  { key: 'workspace', to: '/settings/workspace', icon: IconSettings, group: 'settings' },
  { key: 'mail', to: '/settings/mail', icon: IconMail, group: 'settings' },
  { key: 'templates', to: '/settings/mail-templates', icon: IconFileText, group: 'settings' },
  { key: 'events', to: '/settings/events', icon: IconHistory, group: 'settings', administratorsOnly: true },
] as const;

export type Place = (typeof places)[number];

/** Whether the entry leads somewhere for this person; the server decides again on the page itself. */
export const isOpenTo = (place: Place, administrator: boolean): boolean => administrator || !('administratorsOnly' in place);
