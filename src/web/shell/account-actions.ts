import { signInContract } from '../../modules/sign-in/contract.ts';
import type { Language } from '../../platform/phrases.ts';
import { api, problemOf } from '../api.ts';
import { setLanguage } from '../language.ts';
import { queryClient, refresh } from '../query.ts';
import { tellProblem } from '../ui/tell.ts';

/** Changes the language at once and stores it with the person. */
export async function changeLanguage(language: Language): Promise<void> {
  setLanguage(language);
  try {
    queryClient.setQueryData(['me'], await api(signInContract.changeMe, { body: { language } }));
  } catch (error) {
    tellProblem(problemOf(error));
  }
  await refresh();
}

/** Signs out and leaves nothing of the person in this page's memory. */
export async function signOut(): Promise<void> {
  try {
    await api(signInContract.signOut, { signedOut: 'fail' });
  } catch (error) {
    if (problemOf(error).status !== 401) return tellProblem(problemOf(error));
  }
  window.location.assign('/console/sign-in');
}
