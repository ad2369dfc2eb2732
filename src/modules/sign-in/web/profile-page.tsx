import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { speakFor, useMe } from '../../../web/me.ts';
import { queryClient } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { Form } from '../../../web/ui/form.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type MeView, signInContract } from '../contract.ts';
import { DeviceList } from './device-list.tsx';
import { PasswordForm } from './password-form.tsx';
import { signInPhrases } from './phrases.ts';

/** Everything about oneself: name, language, password, devices. */
export function ProfilePage() {
  const t = usePhrases(signInPhrases);
  const me = useMe();
  return (
    <Page title={t('profile')} width="narrow">
      <Stack gap="lg">
        <AboutMe me={me} />
        {me.allowed.includes('change-password') && <PasswordForm />}
        <DeviceList />
      </Stack>
    </Page>
  );
}

const fieldsOf = ({ name, language }: MeView) => ({ name, language });

function AboutMe({ me }: { me: MeView }) {
  const t = usePhrases(signInPhrases);
  const draft = useDraft(fieldsOf(me));
  const saving = useSaving({
    draft,
    save: () => api(signInContract.changeMe, { body: draft.values }),
    stored: (changed) => ({ fields: fieldsOf(changed) }),
    onSaved: (changed) => {
      queryClient.setQueryData(['me'], changed);
      speakFor(changed);
      tellSaved(t('saved'));
    },
  });
  const labels = { name: t('name'), language: t('language') };
  return (
    <Form draft={draft} saving={saving} labels={labels}>
      <Section title={t('me')} id="about-me">
        <TextInput label={labels.name} required autoComplete="name" {...draft.text('name')} />
        <NativeSelect
          label={labels.language}
          {...draft.choice('language')}
          onChange={(event) => draft.set('language', event.currentTarget.value === 'en' ? 'en' : 'de')}
          data={[
            { value: 'de', label: t('german') },
            { value: 'en', label: t('english') },
          ]}
        />
        <Facts
          rows={[
            [t('accountName'), me.accountName],
            [t('role'), me.administrator ? t('administrator') : t('user')],
          ]}
        />
      </Section>
    </Form>
  );
}
