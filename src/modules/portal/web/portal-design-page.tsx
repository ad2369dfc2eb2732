import { usePhrases } from '../../../web/language.ts';
import { portalPhrases } from './phrases.ts';
import { PortalForm } from './portal-form.tsx';
import { PortalFrame } from './portal-frame.tsx';

/** How a portal presents itself, and where it lies. */
export function PortalDesignPage() {
  const t = usePhrases(portalPhrases);
  return <PortalFrame tab={t('design')}>{(portal) => <PortalForm key={portal.id} portal={portal} />}</PortalFrame>;
}
