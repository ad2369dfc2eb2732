import { Stack, Switch, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Facts } from '../../../web/ui/facts.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Notice } from '../../../web/ui/notice.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { Time } from '../../../web/ui/time.tsx';
import { mailContract, type TemplateView } from '../contract.ts';
import { TemplateEditor } from './template-editor.tsx';
import { templatePhrases } from './template-phrases.ts';
import { useTemplateSwitch, useWaitingWords } from './use-template-switch.ts';

/** One template: on or off and what that means, last sent, its words in every language, and how they look. */
export function TemplatePage() {
  const { key } = useParams({ from: '/app/settings/mail-templates/$key' });
  const t = usePhrases(templatePhrases);
  const template = useRead(mailContract.getTemplate, { params: { key } });
  return (
    <Page
      title={template.data?.label ?? t('template')}
      above={<LinkText to="/settings/mail-templates">{t('templates')}</LinkText>}
      below={template.data?.description}
    >
      <Loaded query={template}>
        {(template) => (
          <Stack gap="lg">
            <Activity template={template} />
            <TemplateEditor key={template.key} template={template} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Activity({ template }: { template: TemplateView }) {
  const t = usePhrases(templatePhrases);
  const toggle = useTemplateSwitch();
  const waiting = useWaitingWords();
  return (
    <Section
      title={t('sending')}
      id="activity"
      aside={<StateBadge tone={template.active ? 'good' : 'warn'}>{template.active ? t('active') : t('inactive')}</StateBadge>}
    >
      {!template.active && (
        <Notice tone="warn">
          <p>{template.consequence}</p>
          {template.waiting > 0 && <p>{waiting(template)}</p>}
        </Notice>
      )}
      <Switch
        label={t('switchLabel', { template: template.label })}
        checked={template.active}
        disabled={!template.allowed.includes('switch') || toggle.isBusy}
        onChange={(event) => toggle.run(template, event.currentTarget.checked)}
      />
      {template.active && (
        <Text size="sm" c="dimmed">
          {t('ifOff')}: {template.consequence} {waiting({ ...template, active: false })}
        </Text>
      )}
      <Facts rows={[[t('lastSent'), template.lastSentAt ? <Time key="last-sent" at={template.lastSentAt} /> : t('neverSent')]]} />
    </Section>
  );
}
