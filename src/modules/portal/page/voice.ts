import type { FastifyRequest } from 'fastify';
import type { Cookies } from '../../../platform/http/cookie.ts';
import { acceptedLanguage } from '../../../platform/http/language.ts';
import type { Call } from '../../../platform/http/serve.ts';
import { type Language, languageOf, type Variant, variantOf } from '../../../platform/phrases.ts';
import type { Workspace } from '../../workspace/index.ts';
import { readNotice } from './notice.ts';

/** How somebody wishes to be spoken to; `null`: no wish of their own. */
export type Wishes = { language: Language | null; addressForm: Workspace['addressForm'] | null };

/**
 * In which language and form of address a page speaks; decided here and nowhere else. A language that was chosen in this browser comes first, then
 * the wish of the person whom the page knows, then what the browser prefers, then the workspace. Du or Sie is the person's, else the workspace's.
 * Whoever is known to nobody but was on the page before is still spoken to as there.
 */
export function voiceOf(
  cookies: Pick<Cookies, 'read'>,
  request: FastifyRequest,
  workspace: Pick<Workspace, 'language' | 'addressForm'>,
  known: Wishes | undefined,
): Pick<Call, 'language' | 'variant'> {
  const wishes = known ?? wishesOf(readNotice(cookies, request)?.variant);
  const language =
    chosenLanguage(cookies, request) ?? wishes?.language ?? acceptedLanguage(request.headers['accept-language']) ?? workspace.language;
  return { language, variant: variantOf(language, wishes?.addressForm ?? workspace.addressForm) };
}

/** The same call, speaking to somebody whom the page knows without their being signed in. */
export const speakTo = <C extends Call>({ cookies }: { cookies: Cookies }, call: C, known: Wishes | undefined): C =>
  known ? { ...call, ...voiceOf(cookies, call.request, call.workspace, known) } : call;

/** English tells nobody from Du or Sie. */
const wishesOf = (variant: Variant | undefined): Wishes | undefined =>
  variant && { language: languageOf(variant), addressForm: variant === 'en' ? null : variant === 'de' ? 'sie' : 'du' };

function chosenLanguage(cookies: Pick<Cookies, 'read'>, request: FastifyRequest): Language | undefined {
  const chosen = cookies.read(request, 'language');
  return chosen === 'de' || chosen === 'en' ? chosen : undefined;
}
