import { expect, test } from 'vitest';
import { type ContentFault, contentFaults, mostCharacters } from './content-faults.ts';
import { TemplateContent } from './contract.ts';
import { completeBlocks, fill, omissionsOf, targetOf } from './fill.ts';
import type { Block, Content, Fields } from './template.ts';
import { isWebAddress } from './template.ts';

const withLink = { needsLink: true };
const button: Block = { kind: 'button', label: 'Los', to: 'link' };
const content = (...blocks: Block[]): Content => ({ subject: 'Betreff', preheader: '', blocks });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const cases: [string, Parameters<typeof contentFaults>[0], Content, ContentFault[]][] = [
  ['nothing wrong', withLink, content(paragraph('{salutation}, bitte'), button), []],
  [
    'a field that is none',
    withLink,
    content(paragraph('{constructor}'), button),
    [{ pointer: '/blocks/0/text', fault: 'unknown-field', field: 'constructor' }],
  ],
  [
    'a field in capitals is none',
    withLink,
    content(paragraph('{Salutation}'), button),
    [{ pointer: '/blocks/0/text', fault: 'unknown-field', field: 'Salutation' }],
  ],
  [
    'a name that no field could have',
    withLink,
    content(paragraph('gilt {Gültig bis}'), button),
    [{ pointer: '/blocks/0/text', fault: 'unknown-field', field: 'Gültig bis' }],
  ],
  [
    'a field of other mails',
    withLink,
    content(paragraph('{count}'), button),
    [{ pointer: '/blocks/0/text', fault: 'field-not-here', field: 'count' }],
  ],
  ['a field of its own', { needsLink: false, details: ['count'] }, content(paragraph('{count}')), []],
  ['no link', withLink, content(paragraph('Hallo')), [{ pointer: '/blocks', fault: 'link-missing' }]],
  ['the link as text is enough', withLink, content(paragraph('Hier: {link}')), []],
  [
    'a link where there is none',
    { needsLink: false },
    content(paragraph('{link}')),
    [{ pointer: '/blocks/0/text', fault: 'field-not-here', field: 'link' }],
  ],
  [
    'a button to a link where there is none',
    { needsLink: false },
    content(button),
    [{ pointer: '/blocks/0/to', fault: 'field-not-here', field: 'link' }],
  ],
  [
    'the only link goes with the company',
    withLink,
    content(paragraph('{company}: {link}')),
    [{ pointer: '/blocks/0/text', fault: 'link-may-vanish', field: 'company' }],
  ],
  ['… unless it stands somewhere else too', withLink, content(paragraph('{company}: {link}'), button), []],
  [
    'the label of the only button',
    withLink,
    content({ ...button, label: 'Für {company}' }),
    [{ pointer: '/blocks/0/label', fault: 'link-may-vanish', field: 'company' }],
  ],
  ['a row of facts', withLink, content({ kind: 'facts', facts: [{ label: '{company}', text: '{link}' }] }), []],
  ['the link in the subject', withLink, { ...content(button), subject: '{link}' }, [{ pointer: '/subject', fault: 'link-exposed' }]],
  [
    'the link in the preview line',
    withLink,
    { ...content(button), preheader: '{link}' },
    [{ pointer: '/preheader', fault: 'link-exposed' }],
  ],
  [
    'a gap in the subject',
    withLink,
    { ...content(button), subject: 'Für {company}' },
    [{ pointer: '/subject', fault: 'field-may-be-missing', field: 'company' }],
  ],
  ['no subject', withLink, { ...content(button), subject: '  ' }, [{ pointer: '/subject', fault: 'subject-empty' }]],
  ['an empty paragraph', withLink, content(paragraph(' \n'), button), [{ pointer: '/blocks/0/text', fault: 'empty' }]],
  ['a table without rows', withLink, content({ kind: 'facts', facts: [] }, button), [{ pointer: '/blocks/0/facts', fault: 'empty' }]],
  ['nothing at all', { needsLink: false }, content(), [{ pointer: '/blocks', fault: 'nothing-said' }]],
  ['only a line', { needsLink: false }, content({ kind: 'divider' }), [{ pointer: '/blocks', fault: 'nothing-said' }]],
  ['half a field', withLink, content(paragraph('{portal'), button), [{ pointer: '/blocks/0/text', fault: 'half-field' }]],
  ['another notation', withLink, content(paragraph('{{portal}}'), button), [{ pointer: '/blocks/0/text', fault: 'half-field' }]],
  ['a page of the web', withLink, content(button, { kind: 'button', label: 'Mehr', to: 'https://example.com/mehr?a=1&b=2' }), []],
];

test.each(cases)('rule 17 what is wrong with a wording: %s', (_, template, given, faults) => {
  expect(contentFaults(template, given)).toEqual(faults);
});

const hostile = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' https://example.com',
  'https://example.com/ x',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.com',
  '/console/',
  'mailto:a@example.com',
  'https:example.com',
  'https://',
  'https://localhost',
  'https://user:secret@example.com/',
  'https://example.com/"onmouseover="alert(1)',
  "https://example.com/'x",
  'https://example.com/<b>',
  'https://example.com/{link}',
  'https://example.com/`x`',
  'https://example.com\\@evil.example',
  'https://example.com/\nx',
  'linK',
  '',
  '__proto__',
];

test.each(hostile)('rule 17 a button cannot lead to %j, and one that does all the same leads nowhere', (to) => {
  expect(isWebAddress(to)).toBe(false);
  expect(contentFaults({ needsLink: false }, content({ kind: 'button', label: 'x', to }))).toContainEqual({
    pointer: '/blocks/0/to',
    fault: 'address-not-web',
  });
  expect(targetOf(to, {} as Fields)).toBe('');
});

test.each([
  [
    'Siehe https://example.com/hilfe.',
    [
      ['said', 'Siehe '],
      ['said-address', 'https://example.com/hilfe'],
      ['said', '.'],
    ],
  ],
  [
    '(http://example.com)',
    [
      ['said', '('],
      ['said-address', 'http://example.com'],
      ['said', ')'],
    ],
  ],
  ['javascript:alert(1)', [['said', 'javascript:alert(1)']]],
  ['{company}', [['value', 'https://evil.example']]],
])('an address that the template says becomes a link, a value never: %s', (text, pieces) => {
  expect(fill(text, { company: 'https://evil.example' } as Fields).map(({ kind, text }) => [kind, text])).toEqual(pieces);
});

test('a block that names what is not known is left out, a row of a table by itself', () => {
  const fields = { portal: 'P', company: null } as Fields;
  const facts: Block = {
    kind: 'facts',
    facts: [
      { label: 'Portal', text: '{portal}' },
      { label: 'Unternehmen', text: '{company}' },
    ],
  };
  expect(completeBlocks([paragraph('{company}'), { kind: 'divider' }, facts], fields)).toEqual([
    { kind: 'divider' },
    { kind: 'facts', facts: [{ label: 'Portal', text: '{portal}' }] },
  ]);
});

test('what is left out is told with its place and what is missing', () => {
  const fields = { portal: 'P', company: null, supportContact: '' } as Fields;
  const facts: Block = {
    kind: 'facts',
    facts: [
      { label: 'Portal', text: '{portal}' },
      { label: 'Unternehmen', text: '{company}' },
    ],
  };
  const contact: Block = { kind: 'note', text: '{portal}: {supportContact} {supportContact} {company}' };
  expect(omissionsOf([paragraph('{portal} {nope}'), facts, contact], fields)).toEqual([
    { pointer: '/blocks/1/facts/1', missing: ['company'] },
    { pointer: '/blocks/2', missing: ['supportContact', 'company'] },
  ]);
});

test('all texts together have an end', () => {
  const long = content(...Array.from({ length: 4 }, () => paragraph('x'.repeat(3900))), button);
  expect(long.blocks.length * 3900).toBeGreaterThan(mostCharacters);
  expect(contentFaults(withLink, long)).toEqual([{ pointer: '/blocks', fault: 'too-long' }]);
});

test.each([
  ['a script as a block', { kind: 'script', text: 'alert(1)' }],
  ['raw HTML as a block', { kind: 'html', html: '<b>x</b>' }],
  ['another entry', { kind: 'paragraph', text: 'x', onclick: 'alert(1)' }],
  ['a style', { kind: 'heading', text: 'x', style: 'position:fixed' }],
  ['no text', { kind: 'paragraph' }],
  ['a number', { kind: 'paragraph', text: 1 }],
  ['a line break in a heading', { kind: 'heading', text: 'a\nb' }],
  ['a control character', { kind: 'paragraph', text: 'a\u0000b' }],
  ['a line separator', { kind: 'paragraph', text: 'a\u2028b' }],
  ['half a character', { kind: 'paragraph', text: 'a\ud83d' }],
])('rule 15 is no content: %s', (_, block) => {
  expect(TemplateContent.safeParse({ subject: 'a', preheader: '', blocks: [block] }).success).toBe(false);
});

test('what is typed is kept in one form', () => {
  const typed = { subject: 'Mu\u0308ller', preheader: 'Zeile', blocks: [{ kind: 'paragraph', text: 'a\r\nb\rc' }] };
  expect(TemplateContent.parse(typed)).toEqual({
    subject: 'Müller',
    preheader: 'Zeile',
    blocks: [{ kind: 'paragraph', text: 'a\nb\nc' }],
  });
});
