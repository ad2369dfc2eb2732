import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingTable } from '../src/platform/settings.ts';

/** The path of the page, from the top of the checkout. */
export const settingsPage = 'docs/settings.md';

type Row = { name: string; meaning: string; expected: string; shown: string; secret?: boolean };

/** The page about the settings, made from the one table that the server itself reads. */
export function describeSettings(): string {
  const rows: Row[] = Object.values(settingTable);
  const [lengths, others] = [rows.filter(isLength), rows.filter((row) => !isLength(row))];
  return [introduction, tableOf(others), aboutLengths, tableOf(lengths)].join('\n');
}

const introduction = `# Settings

This page is made from the table in \`src/platform/settings.ts\` with \`node scripts/run.mjs scripts/settings-table.ts\`; please do not edit it by hand.

Settings come from the environment and are read once, at start. All mistakes are reported together, and the server does not start with any of them.
For every setting but \`NODE_ENV\`, a variable with \`_FILE\` behind its name gives the path of a file that holds the value; that is meant for secrets.
The values of those marked *secret* are never repeated in a message.
`;

const aboutLengths = `## Lengths of time

A number and one of \`s\`, \`m\`, \`h\`, \`d\`. These are the defaults that a new workspace starts with; afterwards each workspace keeps its own.
Nothing uses those of the welcome mail, activation, change of address, invitation and acting as a person yet: they belong to parts that follow.
`;

const isLength = ({ name }: Row): boolean => /LIFETIME|COOLDOWN/.test(name);

function tableOf(rows: Row[]): string {
  const lines = rows.map(({ name, meaning, expected, shown, secret }) => [
    `\`${name}\``,
    `${meaning}${secret ? ' *Secret.*' : ''}`,
    expected,
    shown || '–',
  ]);
  return [['Name', 'Meaning', 'Expected', 'Default'], ['---', '---', '---', '---'], ...lines]
    .map((cells) => `| ${cells.map(escaped).join(' | ')} |\n`)
    .join('');
}

/** A bar inside a cell would begin another one. */
const escaped = (cell: string): string => cell.replaceAll('|', '\\|');

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', settingsPage), describeSettings());
