import type { Call } from '../../platform/http/serve.ts';
import { type AccessWithFacts, refuseAccess } from '../access/index.ts';
import type { AccessView } from './contract.ts';
import { presentAccesses } from './views.ts';

/** One access as it is now, after a change in a transaction of its own. */
export async function presentOne({ perform, variant }: Call, access: AccessWithFacts): Promise<AccessView> {
  const [view] = await perform((work) => presentAccesses(work, [access], variant));
  if (!view) throw refuseAccess('unknown');
  return view;
}
