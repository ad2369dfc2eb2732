import { oneOf, textOf } from '../../../web/search.ts';
import {
  type AccessFilterQuery,
  type AccessViewName,
  accessSorts,
  accessViewNames,
  accessViews,
  admissionNames,
  registrationNames,
} from '../list/contract.ts';

/** What the address of the list can say: the filters of the API, in its own words. */
export type AccessSearch = AccessFilterQuery & { sort?: (typeof accessSorts)[number] | undefined; cursor?: string | undefined };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const roleKey = /^[a-z0-9][a-z0-9-]{0,62}$/;
const day = /^(?!0000)\d{4}-\d\d-\d\d$/;

type Raw = Record<string, unknown>;

const fitting = (search: Raw, name: string, shape: RegExp): string | undefined => {
  const text = textOf(search, name);
  return text && shape.test(text) ? text : undefined;
};

/** Several with commas between them; what does not fit is left out. */
const several = (search: Raw, name: string, fits: (word: string) => boolean): string | undefined =>
  (textOf(search, name) ?? '').split(',').filter(fits).slice(0, 50).join() || undefined;

/** Whatever stands in the address, only what the list understands gets through. */
export const readAccessSearch = (search: Raw): AccessSearch => ({
  q: textOf(search, 'q')?.slice(0, 200),
  portalId: several(search, 'portalId', (word) => uuid.test(word)),
  role: several(search, 'role', (word) => roleKey.test(word)),
  registration: several(search, 'registration', (word) => registrationNames.some((name) => name === word)),
  assignment: oneOf(search, 'assignment', ['pending', 'assigned']),
  granted: oneOf(search, 'granted', ['true', 'false']),
  admission: oneOf(search, 'admission', admissionNames),
  customerId: fitting(search, 'customerId', uuid),
  mail: oneOf(search, 'mail', ['failed']),
  expiry: oneOf(search, 'expiry', ['expired', 'soon']),
  expiryDays: fitting(search, 'expiryDays', /^[1-9]\d{0,2}$/),
  neverSignedIn: oneOf(search, 'neverSignedIn', ['true']),
  createdBefore: fitting(search, 'createdBefore', day),
  invitedBefore: fitting(search, 'invitedBefore', day),
  sort: oneOf(search, 'sort', accessSorts),
  cursor: textOf(search, 'cursor'),
});

/** What stays when somebody changes the view: where they look and what they look for. */
const lasting = ['q', 'portalId', 'role', 'customerId', 'sort'] as const;

/** The address of a saved view, beside what somebody looks for at the moment. */
export const searchOfView = (name: AccessViewName, search: AccessSearch): AccessSearch => ({
  ...Object.fromEntries(lasting.map((key) => [key, search[key]])),
  ...accessViews[name],
});

/** The saved view that shows just this, if there is one. */
export function viewOf(search: AccessSearch): AccessViewName | undefined {
  const narrowed = Object.entries(search).filter(
    ([key, value]) => value !== undefined && key !== 'cursor' && !lasting.some((name) => name === key),
  );
  return accessViewNames.find((name) => {
    const view: Raw = accessViews[name];
    return Object.keys(view).length === narrowed.length && narrowed.every(([key, value]) => view[key] === value);
  });
}

/** The filter of a search, as an export or an act upon all that are shown takes it. */
export function filterOf({ cursor: _, sort: __, ...filter }: AccessSearch): AccessFilterQuery {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
