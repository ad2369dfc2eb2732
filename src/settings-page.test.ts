import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeSettings, settingsPage } from '../scripts/settings-table.ts';
import { settingTable } from './platform/settings.ts';

test('docs/settings.md says exactly what the table of settings says', () => {
  expect(readFileSync(join(import.meta.dirname, '..', settingsPage), 'utf8')).toBe(describeSettings());
});

test('every setting has its line, with its meaning and its default', () => {
  const page = describeSettings();
  for (const { name, meaning, shown } of Object.values(settingTable)) {
    const line = page.split('\n').filter((candidate) => candidate.startsWith(`| \`${name}\` |`));
    expect(line, name).toHaveLength(1);
    expect(line[0]).toContain(meaning);
    expect(line[0]).toMatch(new RegExp(`\\| ${(shown || '–').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} \\|$`));
  }
});

test('the settings that hold a secret are marked', () => {
  const marked = describeSettings()
    .split('\n')
    .filter((line) => line.includes('*Secret.*'));
  expect(marked.map((line) => /`(\w+)`/.exec(line)?.[1])).toEqual([
    'DATABASE_URL',
    'PFORTE_SECRET_KEY',
    'PFORTE_ADMIN_PASSWORD',
    'PFORTE_SMTP_URL',
    'PFORTE_MAIL_RELAY',
  ]);
});
