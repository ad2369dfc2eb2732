/** One line of the list of behaviours. */
export type Behaviour = { number: string; area: string; text: string };

/** A behaviour and the test files whose titles quote it. */
export type CoveredBehaviour = Behaviour & { tests: string[] };

export type Coverage = { behaviours: CoveredBehaviour[]; unknown: { number: string; tests: string[] }[] };

/** Reads the list: `## area`, then lines of `- **B001** text`. */
export function readBehaviours(markdown: string): Behaviour[] {
  let area = '';
  return markdown.split('\n').flatMap((line) => {
    area = /^## (.+)$/.exec(line)?.[1] ?? area;
    const [, number, text] = /^- \*\*(B\d{3})\*\* (.+)$/.exec(line) ?? [];
    return number && text ? [{ number, area, text }] : [];
  });
}

/** Which behaviours are quoted in the titles of which test files, and which quoted numbers do not exist. */
export function coverage(behaviours: readonly Behaviour[], testFiles: readonly { path: string; text: string }[]): Coverage {
  const tests = new Map<string, string[]>();
  for (const { path, text } of testFiles) {
    for (const number of quotedNumbers(text)) tests.set(number, [...(tests.get(number) ?? []), path]);
  }
  const known = new Set(behaviours.map(({ number }) => number));
  return {
    behaviours: behaviours.map((behaviour) => ({ ...behaviour, tests: tests.get(behaviour.number) ?? [] })),
    unknown: [...tests].filter(([number]) => !known.has(number)).map(([number, paths]) => ({ number, tests: paths })),
  };
}

/**
 * The numbers in the string literals of a test file, each once; `B012–B014` counts as three. In a test file these are titles.
 * Comments do not count, and neither do tests that are left out (`test.skip`, `test.todo`, `test.fixme`).
 */
export function quotedNumbers(source: string): string[] {
  const literal = /(\.(?:skip|todo|fixme)\s*\(\s*)?(['"`])((?:\\.|(?!\2)[^\\\n])*)\2/g;
  const withoutComments = source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const titles = [...withoutComments.matchAll(literal)].filter(([, leftOut]) => !leftOut).map(([, , , title = '']) => title);
  return [...new Set(titles.flatMap(numbersIn))].sort();
}

function numbersIn(title: string): string[] {
  return [...title.matchAll(/\bB(\d{3})(?:\s?[–-]\s?B?(\d{3}))?\b/g)].flatMap(([, first, last]) => {
    const from = Number(first);
    const to = Math.max(from, Number(last ?? first));
    return Array.from({ length: to - from + 1 }, (_, step) => `B${String(from + step).padStart(3, '0')}`);
  });
}

/** For people: per area the tested ones with their files, then the missing ones, then one line with the sum. */
export function report({ behaviours, unknown }: Coverage): string {
  const areas = [...new Set(behaviours.map(({ area }) => area))];
  const tested = behaviours.filter(({ tests }) => tests.length > 0);
  return [
    ...areas.flatMap((area) => areaLines(area, behaviours)),
    ...unknown.map(({ number, tests }) => `${number} is quoted in ${tests.join(', ')}, and there is no such behaviour.`),
    `${tested.length} of ${behaviours.length} behaviours have a test.`,
    '',
  ].join('\n');
}

function areaLines(area: string, behaviours: readonly CoveredBehaviour[]): string[] {
  const ofArea = behaviours.filter((behaviour) => behaviour.area === area);
  const tested = ofArea.filter(({ tests }) => tests.length > 0);
  const missing = ofArea.filter(({ tests }) => tests.length === 0);
  return [
    `${area}: ${tested.length} of ${ofArea.length}`,
    ...tested.map(({ number, tests }) => `  ${number} ${tests.join(', ')}`),
    ...missing.map(({ number, text }) => `  ${number} – no test: ${text}`),
    '',
  ];
}
