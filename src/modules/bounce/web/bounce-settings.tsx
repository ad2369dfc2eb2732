import { Stack } from '@mantine/core';
import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { useRead } from '../../../web/query.ts';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { bounceContract } from '../contract.ts';
import { BounceForm } from './bounce-form.tsx';
import { BounceList } from './bounce-list.tsx';
import { bouncePhrases } from './phrases.ts';

/** What becomes of mails that come back: where they go, the mailbox that is read, and what came in last. Colleagues see what came in. */
export function BounceSettings() {
  const t = usePhrases(bouncePhrases);
  const { administrator } = useMe();
  return (
    <Stack gap="lg">
      {administrator && <Settings />}
      <Section title={t('list')} id="bounces" {...(!administrator && { note: t('note') })}>
        <BounceList />
      </Section>
    </Stack>
  );
}

function Settings() {
  const setting = useRead(bounceContract.getBounceSettings);
  return (
    <Loaded query={setting} lines={4}>
      {(setting) => <BounceForm setting={setting} />}
    </Loaded>
  );
}
