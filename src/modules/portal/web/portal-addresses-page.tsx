import { usePhrases } from '../../../web/language.ts';
import { Section } from '../../../web/ui/section.tsx';
import { portalPhrases } from './phrases.ts';
import { PortalAddressList } from './portal-addresses.tsx';
import { PortalFrame } from './portal-frame.tsx';
import { SupportHint } from './support-hint.tsx';

/** B019, B023: the addresses of a portal to copy. */
export function PortalAddressesPage() {
  const t = usePhrases(portalPhrases);
  return (
    <PortalFrame tab={t('addresses')}>
      {(portal) => (
        <Section title={t('addresses')} note={t('addressesNote')} id="portal-addresses">
          <SupportHint portal={portal} />
          <PortalAddressList portalId={portal.id} />
        </Section>
      )}
    </PortalFrame>
  );
}
