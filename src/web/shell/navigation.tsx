import { Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import { portalContract } from '../../modules/portal/contract.ts';
import { usePhrases } from '../language.ts';
import { useMe } from '../me.ts';
import { shellPhrases } from '../phrases.ts';
import { useRead } from '../query.ts';
import { LinkNav } from '../ui/link.tsx';
import { isOpenTo, type Place, places } from './places.ts';
import styles from './shell.module.css';

/** How many portals stand in the menu; where there are more, the list of portals shows them all. */
const mostPortals = 8;

/** The main menu. Portals stand below „Portale“ by name, because each is a place of its own, with its „Benutzer“ (S3). */
export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const t = usePhrases(shellPhrases);
  const { administrator } = useMe();
  const open = places.filter((place) => isOpenTo(place, administrator));
  const entriesOf = (group: Place['group']) =>
    open.filter((place) => place.group === group).map((place) => <Entry key={place.key} place={place} onNavigate={onNavigate} />);

  return (
    <Stack component="nav" aria-label={t('mainNavigation')} gap={2}>
      {entriesOf('main')}
      <Text className={styles.group} component="h2" id="configuration-group">
        {t('configuration')}
      </Text>
      {entriesOf('configuration')}
      <Text className={styles.group} component="h2" id="settings-group">
        {t('settings')}
      </Text>
      {entriesOf('settings')}
    </Stack>
  );
}

function Entry({ place, onNavigate }: { place: Place; onNavigate: () => void }) {
  const t = usePhrases(shellPhrases);
  const Icon = place.icon;
  return (
    <>
      <LinkNav
        to={place.to}
        activeOptions={{ exact: place.to === '/' || place.to === '/portals', includeSearch: false }}
        className={styles.entry ?? ''}
        label={t(place.key)}
        leftSection={<Icon size={19} stroke={1.7} aria-hidden />}
        onClick={onNavigate}
      />
      {place.key === 'portals' && <Portals onNavigate={onNavigate} />}
    </>
  );
}

function Portals({ onNavigate }: { onNavigate: () => void }) {
  const t = usePhrases(shellPhrases);
  const { data } = useRead(portalContract.listPortals);
  return data?.items.slice(0, mostPortals).map(({ id, name }) => (
    <Fragment key={id}>
      <LinkNav
        to="/portals/$portalId"
        params={{ portalId: id }}
        activeOptions={{ exact: true }}
        className={`${styles.entry} ${styles.below}`}
        label={name}
        onClick={onNavigate}
      />
      <LinkNav
        to="/portals/$portalId/users"
        params={{ portalId: id }}
        activeOptions={{ includeSearch: false }}
        className={`${styles.entry} ${styles.furtherBelow}`}
        label={t('portalUsers')}
        aria-label={t('portalUsersOf', { name })}
        onClick={onNavigate}
      />
    </Fragment>
  ));
}
