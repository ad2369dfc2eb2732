import { DiagnosisBlock } from '../../modules/diagnosis/web/diagnosis-block.tsx';
import { AccessPage } from '../../modules/portal-access/web/access-page.tsx';

/** One portal access, with what other modules know of it. */
export function AccessScreen() {
  return <AccessPage beside={({ id }) => <DiagnosisBlock accessId={id} />} />;
}
