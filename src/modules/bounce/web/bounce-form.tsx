import { Checkbox, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { api, isProblemError } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { PasswordField } from '../../../web/ui/password-field.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tell } from '../../../web/ui/tell.ts';
import { Time } from '../../../web/ui/time.tsx';
import { type DraftOf, fieldId, useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type BounceSettingView, bounceContract } from '../contract.ts';
import styles from './bounce.module.css';
import { MailboxCheck } from './bounce-check.tsx';
import { type BounceFields, bounceFieldsOf, needsPasswordAgain, ownPointers, portFor, settingOf } from './bounce-draft.ts';
import { bouncePhrases } from './phrases.ts';
import { SubAddresses } from './sub-addresses.tsx';

type FormProps = { setting: BounceSettingView };
type PartProps = { draft: DraftOf<BounceFields> };

const labelled = [
  'bounceAddress',
  'bounceReads',
  'bounceHost',
  'bouncePort',
  'bounceEncryption',
  'bounceUserName',
  'bouncePassword',
  'bounceFolder',
  'bounceAfterReading',
  'bounceSubAddresses',
] as const;

const stored = (setting: BounceSettingView) => ({ fields: bounceFieldsOf(setting), version: setting.version });

/** Where bounces go, and the mailbox that they are read from, with a save bar of its own. */
export function BounceForm({ setting }: FormProps) {
  const t = usePhrases(bouncePhrases);
  const draft = useDraft(bounceFieldsOf(setting), setting.version);
  const saving = useSaving({
    draft,
    save: () =>
      api(bounceContract.changeBounceSettings, {
        body: settingOf(draft.values),
        ...(draft.version !== undefined && { version: draft.version }),
      }).catch(atOwnFields),
    stored,
    reread: async () => stored(await queryClient.fetchQuery({ ...reading(bounceContract.getBounceSettings), staleTime: 0 })),
    onSaved: () => tell(t('saved')),
  });
  const show = (name: string, value: unknown) => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    return (name === 'bounceEncryption' || name === 'bounceAfterReading') && isWord(value) ? t(value) : String(value);
  };
  return (
    <Form draft={draft} saving={saving} labels={Object.fromEntries(labelled.map((name) => [name, t(name)]))} show={show}>
      <Section title={t('title')} note={t('note')} id="bounce-settings">
        <State setting={setting} />
        <TextInput label={t('bounceAddress')} description={t('addressNote')} inputMode="email" {...draft.text('bounceAddress')} />
        <Checkbox
          id={fieldId('bounceReads')}
          label={t('bounceReads')}
          description={t('readsNote')}
          checked={draft.values.bounceReads}
          onChange={(event) => draft.set('bounceReads', event.currentTarget.checked)}
        />
        {draft.values.bounceReads && (
          <>
            <MailboxFields draft={draft} hasPassword={setting.mailbox !== null} />
            <MailboxCheck draft={draft} />
            <SubAddresses draft={draft} setting={setting} />
          </>
        )}
      </Section>
    </Form>
  );
}

type Word = BounceFields['bounceEncryption'] | BounceFields['bounceAfterReading'];
const isWord = (value: unknown): value is Word => ['none', 'starttls', 'tls', 'keep', 'delete'].includes(String(value));

function atOwnFields(error: unknown): never {
  if (isProblemError(error)) error.problem = ownPointers(error.problem);
  throw error;
}

function MailboxFields({ draft, hasPassword }: PartProps & { hasPassword: boolean }) {
  const t = usePhrases(bouncePhrases);
  const again = needsPasswordAgain(draft.base, draft.values);
  const setEncryption = (encryption: BounceFields['bounceEncryption']) => {
    draft.set('bouncePort', portFor(draft.values, encryption));
    draft.set('bounceEncryption', encryption);
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={t('bounceHost')} required {...draft.text('bounceHost')} />
      <NativeSelect
        label={t('bounceEncryption')}
        {...draft.choice('bounceEncryption')}
        onChange={(event) => setEncryption(event.currentTarget.value as BounceFields['bounceEncryption'])}
        data={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <TextInput label={t('bouncePort')} inputMode="numeric" required {...draft.text('bouncePort')} />
      <TextInput label={t('bounceFolder')} required {...draft.text('bounceFolder')} />
      <TextInput label={t('bounceUserName')} required autoComplete="off" {...draft.text('bounceUserName')} />
      <PasswordField
        label={t('bouncePassword')}
        autoComplete="off"
        required={!hasPassword || again}
        {...(hasPassword && { description: t(again ? 'passwordAgain' : 'passwordKept') })}
        {...draft.text('bouncePassword')}
      />
      <NativeSelect
        label={t('bounceAfterReading')}
        {...draft.choice('bounceAfterReading')}
        onChange={(event) => draft.set('bounceAfterReading', event.currentTarget.value as BounceFields['bounceAfterReading'])}
        data={(['keep', 'delete'] as const).map((value) => ({ value, label: t(value) }))}
      />
    </SimpleGrid>
  );
}

/** When the mailbox was read last, or since when and why it cannot be. */
function State({ setting: { mailbox } }: FormProps) {
  const t = usePhrases(bouncePhrases);
  if (!mailbox) return null;
  const { failure, lastReadAt } = mailbox;
  return (
    <>
      {failure && (
        <Notice tone="bad" role="status" title={t('failing')}>
          <p>{failure.sentence}</p>
          {failure.answer && (
            <p>
              {t('serverSays')}: <code className={styles.answer}>{failure.answer}</code>
            </p>
          )}
          <p>
            {t('failingSince')} <Time at={failure.since} exact />. {t('failingNote')}
          </p>
        </Notice>
      )}
      <Text size="sm" c="dimmed">
        {lastReadAt ? (
          <>
            {t('lastRead')} <Time at={lastReadAt} />
          </>
        ) : (
          t('neverRead')
        )}
      </Text>
    </>
  );
}
