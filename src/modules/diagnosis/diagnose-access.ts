import type { Variant } from '../../platform/phrases.ts';
import type { Work } from '../../platform/work.ts';
import { type AccessId, refuseAccess } from '../access/index.ts';
import { findPortal, forgotPasswordUrl, refusePortal, signInUrl } from '../portal/index.ts';
import type { AccessDiagnosis } from './contract.ts';
import { diagnose, type Said } from './diagnosis.ts';
import { gatesOf } from './gates.ts';
import { words } from './phrases.ts';
import { readFacts } from './read-facts.ts';
import { presentCause, presentRemedy, tell } from './views.ts';

/** „Warum kann … sich nicht anmelden?“ for one access; a deleted one is explained, too. Refuses `access.unknown`. */
export async function diagnoseAccess(work: Work, accessId: AccessId, variant: Variant): Promise<AccessDiagnosis> {
  const { tx, workspace, now } = work;
  const [facts] = await readFacts(work, [accessId], variant);
  if (!facts) throw refuseAccess('unknown');
  const { access, name } = facts;
  const portal = await findPortal(tx, workspace.id, access.portalId);
  if (!portal) throw refusePortal('unknown');

  const diagnosis = diagnose(facts, now);
  const telling = { variant, timeZone: access.timeZone };
  const reasons = diagnosis.causes.map((cause) => presentCause(cause, telling));
  const values = { name, portal: access.portalName };
  const verdict: Said = { word: diagnosis.admitted ? 'admitted' : 'not-admitted', values };
  const last: Said = access.lastSignInAt ? { word: 'last-sign-in', values: { at: access.lastSignInAt } } : { word: 'never' };
  return {
    accessId: access.id,
    name,
    portal: {
      id: portal.id,
      name: portal.name,
      signInUrl: signInUrl(workspace, portal),
      forgotPasswordUrl: forgotPasswordUrl(workspace, portal),
    },
    admitted: diagnosis.admitted,
    sentence: tell([verdict, last], telling),
    main: reasons[0] ?? null,
    reasons,
    gates: gatesOf(facts, diagnosis).map(({ key, state, says, remedy }) => ({
      key,
      label: words(variant)(`gate-${key}`),
      state,
      sentence: tell(says, telling),
      remedy: remedy && presentRemedy(remedy, telling),
    })),
    lastSignInAt: access.lastSignInAt?.toISOString() ?? null,
  };
}
