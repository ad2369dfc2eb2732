import { Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { usePhrases } from '../../../web/language.ts';
import { reading } from '../../../web/query.ts';
import type { ActiveFilter } from '../../../web/ui/list-view.tsx';
import { customerContract } from '../../customer/contract.ts';
import { admissionNames, registrationNames } from '../list/contract.ts';
import { accessListPhrases } from '../list/phrases.ts';
import styles from './access-list.module.css';
import { type AccessSearch, viewOf } from './access-search.ts';

/** A portal as the list knows it: where accesses come from, and what people can be there. */
export type ListedPortal = { id: string; name: string; roles: { key: string; name: string }[] };
export type RoleNames = ReadonlyMap<string, string>;

type Change = (part: Partial<AccessSearch>) => void;
type FilterProps = { search: AccessSearch; change: Change; portals: ListedPortal[] };

/** What somebody can be in any of the portals, each role once. */
export const rolesOf = (portals: ListedPortal[]): RoleNames =>
  new Map(portals.flatMap(({ roles }) => roles.map(({ key, name }) => [key, name] as const)));

/** Source and role: what the articles filter by, always at hand. */
export function MainFilters({ search, change, portals, ofPortal }: FilterProps & { ofPortal: string | undefined }) {
  const t = usePhrases(accessListPhrases);
  const shown = ofPortal ? portals.filter(({ id }) => id === ofPortal) : portals;
  const severalSources = search.portalId?.includes(',');
  return (
    <>
      {!ofPortal && (
        <NativeSelect
          aria-label={t('source')}
          value={search.portalId ?? ''}
          onChange={(event) => change({ portalId: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('allSources') },
            ...(severalSources ? [{ value: search.portalId ?? '', label: t('severalSources') }] : []),
            ...portals.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <NativeSelect
        aria-label={t('role')}
        value={search.role ?? ''}
        onChange={(event) => change({ role: event.currentTarget.value || undefined })}
        data={[{ value: '', label: t('allRoles') }, ...[...rolesOf(shown)].map(([value, label]) => ({ value, label }))]}
      />
    </>
  );
}

const registrationLabel = (name: (typeof registrationNames)[number]) => `registration-${name}` as const;
const reasonNames = admissionNames.filter((name) => name !== 'admitted' && name !== 'denied');

/** Everything else that narrows the list. */
export function MoreFilters({ search, change }: Omit<FilterProps, 'portals'>) {
  const t = usePhrases(accessListPhrases);
  return (
    <details className={styles.more}>
      <summary>{t('moreFilters')}</summary>
      <Stack gap="sm" pb="sm" mt="xs">
        <Group gap="sm" align="flex-end">
          <Choice
            label={t('registration')}
            value={search.registration}
            onChange={(registration) => change({ registration })}
            choices={registrationNames.map((name) => [name, t(registrationLabel(name))])}
          />
          <Choice
            label={t('assignment')}
            value={search.assignment}
            onChange={(assignment) => change({ assignment: assignment as AccessSearch['assignment'] })}
            choices={[
              ['pending', t('assignment-pending')],
              ['assigned', t('assignment-assigned')],
            ]}
          />
          <Choice
            label={t('admission')}
            value={search.admission}
            onChange={(admission) => change({ admission: admission as AccessSearch['admission'] })}
            choices={[
              ['admitted', t('admitted')],
              ['denied', t('denied')],
              ...reasonNames.map((name): [string, string] => [name, t('deniedBecause', { reason: t(`reason-${name}`) })]),
            ]}
          />
          <Choice
            label={t('granted')}
            value={search.granted}
            onChange={(granted) => change({ granted: granted as AccessSearch['granted'] })}
            choices={[
              ['true', t('grantedYes')],
              ['false', t('grantedNo')],
            ]}
          />
          <Choice
            label={t('expiry')}
            value={search.expiry === 'soon' ? `soon-${search.expiryDays ?? '30'}` : search.expiry}
            onChange={(expiry) => change(expiryOf(expiry))}
            choices={[
              ['expired', t('expired')],
              ...['7', '30', '90', '365'].map((days): [string, string] => [`soon-${days}`, t('soonDays', { days })]),
            ]}
          />
          <Choice
            label={t('signIn')}
            value={search.neverSignedIn}
            onChange={(never) => change({ neverSignedIn: never ? 'true' : undefined })}
            choices={[['true', t('neverSignedIn')]]}
          />
          <Choice
            label={t('mail')}
            value={search.mail}
            onChange={(mail) => change({ mail: mail ? 'failed' : undefined })}
            choices={[['failed', t('mailFailed')]]}
          />
          <DayField label={t('createdBefore')} value={search.createdBefore} onChange={(createdBefore) => change({ createdBefore })} />
          <DayField label={t('invitedBefore')} value={search.invitedBefore} onChange={(invitedBefore) => change({ invitedBefore })} />
        </Group>
      </Stack>
    </details>
  );
}

function expiryOf(choice: string | undefined): Pick<AccessSearch, 'expiry' | 'expiryDays'> {
  const days = choice?.replace('soon-', '');
  if (choice?.startsWith('soon-')) return { expiry: 'soon', expiryDays: days === '30' ? undefined : days };
  return { expiry: choice === 'expired' ? 'expired' : undefined, expiryDays: undefined };
}

type ChoiceProps = {
  label: string;
  value: string | undefined;
  choices: [value: string, label: string][];
  onChange: (value: string | undefined) => void;
};

/** One of a few words; what else stands in the address (several at once) is shown as it is, so that it is not lost unseen. */
function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const t = usePhrases(accessListPhrases);
  const isOther = value !== undefined && !choices.some(([known]) => known === value);
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('any') },
        ...(isOther ? [{ value, label: t('several') }] : []),
        ...choices.map(([key, text]) => ({ value: key, label: text })),
      ]}
    />
  );
}

function DayField({ label, value, onChange }: { label: string; value: string | undefined; onChange: (day: string | undefined) => void }) {
  return <TextInput type="date" label={label} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || undefined)} />;
}

/** What narrows the list at the moment, each to be taken away. A saved view stands in its tab already. */
export function useActiveFilters({ search, change, portals }: FilterProps): ActiveFilter[] {
  const t = usePhrases(accessListPhrases);
  const company = useQuery({
    ...reading(customerContract.getCustomer, { params: { customerId: search.customerId ?? '' } }),
    enabled: Boolean(search.customerId),
  });
  const chip = (filter: string, value: string, off: Partial<AccessSearch>): ActiveFilter => ({
    label: t('filterIs', { filter, value }),
    onRemove: () => change(off),
  });
  const named = (text: string | undefined, nameOf: (word: string) => string) => (text ?? '').split(',').map(nameOf).join(', ');
  const roles = rolesOf(portals);
  const chips: ActiveFilter[] = [];
  if (search.portalId) {
    const names = named(search.portalId, (id) => portals.find((portal) => portal.id === id)?.name ?? '…');
    chips.push(chip(t('source'), names, { portalId: undefined }));
  }
  if (search.role)
    chips.push(
      chip(
        t('role'),
        named(search.role, (key) => roles.get(key) ?? key),
        { role: undefined },
      ),
    );
  if (search.customerId) chips.push(chip(t('company'), company.data?.name ?? '…', { customerId: undefined }));
  if (viewOf(search)) return chips;

  if (search.registration) {
    const names = registrationNames.filter((name) => search.registration?.split(',').includes(name));
    chips.push(chip(t('registration'), names.map((name) => t(registrationLabel(name))).join(', '), { registration: undefined }));
  }
  if (search.assignment) chips.push(chip(t('assignment'), t(`assignment-${search.assignment}`), { assignment: undefined }));
  if (search.admission) {
    const { admission } = search;
    const value =
      admission === 'admitted' || admission === 'denied' ? t(admission) : t('deniedBecause', { reason: t(`reason-${admission}`) });
    chips.push(chip(t('admission'), value, { admission: undefined }));
  }
  if (search.granted) chips.push(chip(t('granted'), t(search.granted === 'true' ? 'grantedYes' : 'grantedNo'), { granted: undefined }));
  if (search.expiry) {
    const value = search.expiry === 'expired' ? t('expired') : t('soonDays', { days: search.expiryDays ?? '30' });
    chips.push(chip(t('expiry'), value, { expiry: undefined, expiryDays: undefined }));
  }
  if (search.neverSignedIn) chips.push(chip(t('signIn'), t('neverSignedIn'), { neverSignedIn: undefined }));
  if (search.mail) chips.push(chip(t('mail'), t('mailFailed'), { mail: undefined }));
  if (search.createdBefore) chips.push(chip(t('createdBefore'), search.createdBefore, { createdBefore: undefined }));
  if (search.invitedBefore) chips.push(chip(t('invitedBefore'), search.invitedBefore, { invitedBefore: undefined }));
  return chips;
}
