import { Group, Stack, Switch, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useFormat } from '../../../web/format.ts';
import { usePhrases } from '../../../web/language.ts';
import { useRead } from '../../../web/query.ts';
import { Empty } from '../../../web/ui/empty.tsx';
import { LinkText } from '../../../web/ui/link.tsx';
import { Loaded } from '../../../web/ui/loaded.tsx';
import { Page } from '../../../web/ui/page.tsx';
import { Section } from '../../../web/ui/section.tsx';
import { StateBadge } from '../../../web/ui/state-badge.tsx';
import { useNow } from '../../../web/ui/time.tsx';
import { mailContract, type TemplateView } from '../contract.ts';
import styles from './mail.module.css';
import { SendingNotice } from './sending-notice.tsx';
import { templatePhrases } from './template-phrases.ts';
import { useTemplateSwitch } from './use-template-switch.ts';

const sections = ['customers', 'users', 'team', 'system'] as const;

/** Einstellungen › E-Mail Templates: by section, on or off, last sent (B016). */
export function TemplatesPage() {
  const t = usePhrases(templatePhrases);
  const templates = useRead(mailContract.listTemplates);
  return (
    <Page title={t('templates')} below={t('templatesNote')} width="narrow">
      <SendingNotice />
      <Loaded query={templates}>
        {({ items }) => (
          <Stack gap="lg">
            {items.length === 0 && <Empty icon={IconFileText} title={t('templatesEmptyTitle')} body={t('templatesEmptyBody')} />}
            {sections.map((section) => (
              <TemplateSection key={section} section={section} templates={items.filter((template) => template.section === section)} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function TemplateSection({ section, templates }: { section: (typeof sections)[number]; templates: TemplateView[] }) {
  const t = usePhrases(templatePhrases);
  if (templates.length === 0) return null;
  return (
    <Section title={t(section)} id={`templates-${section}`}>
      <ul className={styles.templates}>
        {templates.map((template) => (
          <TemplateRow key={template.key} template={template} />
        ))}
      </ul>
    </Section>
  );
}

function TemplateRow({ template }: { template: TemplateView }) {
  const t = usePhrases(templatePhrases);
  const format = useFormat();
  const now = useNow();
  const toggle = useTemplateSwitch();
  return (
    <li data-row>
      <div className={styles.templateWords}>
        <Group gap="xs">
          <LinkText to="/settings/mail-templates/$key" params={{ key: template.key }} fw={600} data-row-link>
            {template.label}
          </LinkText>
          {!template.active && <StateBadge tone="warn">{t('inactive')}</StateBadge>}
          {template.adapted.length > 0 && <StateBadge tone="calm">{t('adapted')}</StateBadge>}
        </Group>
        <Text size="sm">{template.description}</Text>
        {!template.active && <Text size="sm">{template.consequence}</Text>}
        <Text size="sm" c="dimmed" {...(template.lastSentAt && { title: format.dateTime(template.lastSentAt) })}>
          {template.lastSentAt ? t('lastSentNow', { relative: format.relative(template.lastSentAt, now) }) : t('neverSent')}
        </Text>
      </div>
      <Switch
        aria-label={t('switchLabel', { template: template.label })}
        checked={template.active}
        disabled={!template.allowed.includes('switch') || toggle.isBusy}
        onChange={(event) => toggle.run(template, event.currentTarget.checked)}
        size="md"
      />
    </li>
  );
}
