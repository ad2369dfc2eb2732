import { Checkbox, SimpleGrid, Switch, Text } from '@mantine/core';
import { api } from '../../../web/api.ts';
import { usePhrases } from '../../../web/language.ts';
import { queryClient, reading, useRead } from '../../../web/query.ts';
import { Form } from '../../../web/ui/form.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { tellSaved } from '../../../web/ui/tell.ts';
import { timeOfDay } from '../../../web/ui/time-of-day.ts';
import { TimeOfDayField } from '../../../web/ui/time-of-day-field.tsx';
import { fieldId, useDraft } from '../../../web/ui/use-draft.ts';
import { useSaving } from '../../../web/ui/use-saving.ts';
import { type ReminderSettingChange, type ReminderSettingView, reminderContract } from '../contract.ts';
import { DayList } from './day-list.tsx';
import { reminderPhrases } from './phrases.ts';

/** When open invitations are reminded of. */
export function ReminderSettings() {
  const setting = useRead(reminderContract.getReminders);
  return <Loaded query={setting}>{(setting) => <ReminderForm setting={setting} />}</Loaded>;
}

const fieldsOf = ({ active, days, fromTime, toTime, weekend }: ReminderSettingView): ReminderSettingChange => ({
  active,
  days,
  fromTime,
  toTime,
  weekend,
});
/** Saved with the keyboard, a field may not have been left yet. */
const withTimes = ({ fromTime, toTime, ...rest }: ReminderSettingChange): ReminderSettingChange => ({
  ...rest,
  fromTime: timeOfDay(fromTime) ?? fromTime,
  toTime: timeOfDay(toTime) ?? toTime,
});
const stored = (setting: ReminderSettingView) => ({ fields: fieldsOf(setting), version: setting.version });

function ReminderForm({ setting }: { setting: ReminderSettingView }) {
  const t = usePhrases(reminderPhrases);
  const draft = useDraft(fieldsOf(setting), setting.version);
  const disabled = !setting.allowed.includes('edit');
  const saving = useSaving({
    draft,
    save: () =>
      api(reminderContract.changeReminders, {
        body: withTimes(draft.values),
        ...(draft.version !== undefined && { version: draft.version }),
      }),
    stored,
    reread: async () => stored(await queryClient.fetchQuery({ ...reading(reminderContract.getReminders), staleTime: 0 })),
    onSaved: () => tellSaved(t('saved')),
  });
  const { active, days, weekend } = draft.values;
  const labels = { active: t('active'), days: t('days'), fromTime: t('fromTime'), toTime: t('toTime'), weekend: t('weekend') };
  const show = (_: string, value: unknown) =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : Array.isArray(value) ? value.join(', ') : String(value);

  return (
    <Form draft={draft} saving={saving} labels={labels} show={show}>
      {disabled && <Text c="dimmed">{t('mayNotEdit')}</Text>}
      <Section title={t('reminders')} note={t('intro')} id="reminders">
        <Switch
          label={t('active')}
          id={fieldId('active')}
          checked={active}
          disabled={disabled}
          onChange={(event) => draft.set('active', event.currentTarget.checked)}
        />
        {!active && <Text size="sm">{t('off')}</Text>}
        <DayList days={days} onChange={(days) => draft.set('days', days)} error={draft.errorOf('days')} disabled={disabled} />
        <SimpleGrid cols={2} maw="20rem">
          <TimeOfDayField label={t('fromTime')} disabled={disabled} {...draft.choice('fromTime')} />
          <TimeOfDayField label={t('toTime')} disabled={disabled} {...draft.choice('toTime')} />
        </SimpleGrid>
        <Checkbox
          label={t('weekend')}
          id={fieldId('weekend')}
          checked={weekend}
          disabled={disabled}
          onChange={(event) => draft.set('weekend', event.currentTarget.checked)}
        />
        <Text size="sm" c="dimmed">
          {t(weekend ? 'zoneNoteWeekend' : 'zoneNote')}
        </Text>
        <Text size="sm">
          <LinkText to="/settings/mail-templates/$key" params={{ key: 'invitation_reminder' }}>
            {t('wording')}
          </LinkText>
        </Text>
      </Section>
    </Form>
  );
}
