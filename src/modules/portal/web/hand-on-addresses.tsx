import { Stack, Title } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { portalContract } from '../contract.ts';
import { portalPhrases } from './phrases.ts';
import { PortalAddressList } from './portal-addresses.tsx';

/** Beside a person: the addresses of every portal, for the answer to „Wo melde ich mich an?“. */
export function HandOnAddresses() {
  const t = usePhrases(portalPhrases);
  const portals = useRead(portalContract.listPortals);
  return (
    <Section title={t('handOn')} note={t('handOnNote')} id="hand-on">
      <Loaded query={portals} lines={2}>
        {({ items }) => (
          <Stack gap="md">
            {items.map((portal) => (
              <Stack key={portal.id} gap="xs">
                {items.length > 1 && <Title order={3}>{portal.name}</Title>}
                <PortalAddressList portalId={portal.id} />
              </Stack>
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
