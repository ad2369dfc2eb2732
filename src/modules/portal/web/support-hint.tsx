import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { LinkText } from '../../../web/ui/link.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { fieldId } from '../../../web/ui/use-draft.ts';
import type { PortalView } from '../contract.ts';
import { portalPhrases } from './phrases.ts';

/** The end of a portal's address that leads to the field for whom to ask. */
const supportField = fieldId('supportContact');

/** Whoever is stuck is told whom to ask, once somebody has entered it; until then this says so beside the addresses that are handed on. */
export function SupportHint({ portal }: { portal: PortalView }) {
  const t = usePhrases(portalPhrases);
  const { workspace } = useMe();
  if (portal.supportContact) return null;
  return (
    <Notice tone="wait">
      <p>{t('supportMissing', { company: workspace.name })}</p>
      {portal.allowed.includes('edit') && (
        <LinkText to="/portals/$portalId/design" params={{ portalId: portal.id }} hash={supportField}>
          {t('supportEnter')}
        </LinkText>
      )}
    </Notice>
  );
}
