import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type MeView, signInContract } from '../modules/sign-in/contract.ts';
import { api } from './api.ts';
import { timeZoneStore } from './format.ts';
import { setLanguage } from './language.ts';

/** Who is signed in. Answers also set the language and the time zone on screen. */
export const readMe = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<MeView> => {
    const me = await api(signInContract.getMe, { signal, signedOut: 'fail' });
    speakFor(me);
    return me;
  },
  staleTime: 60_000,
});

export function speakFor(me: MeView): void {
  setLanguage(me.language);
  timeZoneStore.set(me.workspace.timeZone);
}

export const useMe = (): MeView => useSuspenseQuery(readMe).data;
