import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { useMe } from '../../../web/me.ts';
import { useChange } from '../../../web/query.ts';
import { Notice } from '../../../web/ui/notice.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { mailContract, type TemplateView } from '../contract.ts';
import { templatePhrases } from './template-phrases.ts';
import type { Look } from './template-preview.tsx';
import { fieldWords } from './template-words.ts';

/** „Test an mich“: sends what is being written to an address, with a link that does nothing. */
export function TemplateTestMail({ template: { key, fields: templateFields }, look }: { template: TemplateView; look: Look }) {
  const t = usePhrases(templatePhrases);
  const { accountName } = useMe();
  const [isOpen, setOpen] = useState(false);
  const [to, setTo] = useState(accountName.includes('@') ? accountName : '');
  const send = useChange(
    () => api(mailContract.testTemplate, { params: { key }, body: { ...look, to } }),
    ({ state, sentence }) => {
      if (state !== 'queued') return;
      tell(sentence);
      setOpen(false);
    },
  );
  const { shown } = fieldWords(templateFields, look.variant);
  const fields = send.error?.problem.errors ?? [];
  const refused = send.data?.state === 'not-possible' ? send.data.sentence : undefined;
  const atAddress = fields.find(({ pointer }) => pointer === '/to')?.detail;

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSend size={16} aria-hidden />}
        onClick={() => {
          send.reset();
          setOpen(true);
        }}
      >
        {t('testToMe')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('testTitle', { variant: t(look.variant) })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate();
          }}
        >
          <Stack>
            {send.error && !atAddress && (
              <Notice tone="bad" role="alert">
                <p>{send.error.problem.detail}</p>
                <ul>
                  {fields.map(({ pointer, code, detail }) => (
                    <li key={`${pointer} ${code}`}>{shown(detail)}</li>
                  ))}
                </ul>
              </Notice>
            )}
            {refused && (
              <Notice tone="warn" role="alert">
                <p>{refused}</p>
              </Notice>
            )}
            <TextInput
              label={t('testTo')}
              type="email"
              autoComplete="email"
              required
              value={to}
              error={atAddress}
              data-autofocus
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            <Text size="sm" c="dimmed">
              {t('testNote')}
            </Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOpen(false)}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={send.isPending}>
                {t('testSend')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
