import { Stack, Text } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Copyable } from '../../../web/ui/copyable.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { portalContract } from '../contract.ts';
import { portalPhrases } from './phrases.ts';

/** B019, B023: the addresses of a portal with „Adresse kopieren“. */
export function PortalAddressList({ portalId }: { portalId: string }) {
  const t = usePhrases(portalPhrases);
  const addresses = useRead(portalContract.getPortalAddresses, { params: { portalId } });
  return (
    <Loaded query={addresses} lines={2}>
      {({ signIn, forgotPassword, forgotPasswordShort }) => (
        <Stack gap="sm">
          <Address name={t('signIn')} value={signIn} />
          <Address name={t('forgotPassword')} value={forgotPassword} />
          {forgotPasswordShort && <Address name={t('forgotShort')} value={forgotPasswordShort} />}
        </Stack>
      )}
    </Loaded>
  );
}

function Address({ name, value }: { name: string; value: string }) {
  const t = usePhrases(portalPhrases);
  return (
    <div>
      <Text size="sm" mb={4}>
        {name}
      </Text>
      <Copyable value={value} name={`${t('addresses')}: ${name}`} label={t('copyAddress')} />
    </div>
  );
}
