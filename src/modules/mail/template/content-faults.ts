import {
  type Block,
  type Content,
  certainFields,
  type FieldName,
  fieldsOfTemplate,
  isFieldName,
  isUrlField,
  isWebAddress,
  placesOf,
  type Template,
  textsOf,
} from './template.ts';

/** One fault of a wording: its place in the content (RFC 6901), what it is, and the field it is about. */
export type ContentFault = {
  pointer: string;
  fault:
    | 'unknown-field'
    | 'field-not-here'
    | 'half-field'
    | 'link-missing'
    | 'link-may-vanish'
    | 'link-exposed'
    | 'field-may-be-missing'
    | 'empty'
    | 'subject-empty'
    | 'nothing-said'
    | 'address-not-web'
    | 'too-long';
  field?: string;
};

/** All texts of a mail together, so that with what stands around them it stays far below 100 kB. */
export const mostCharacters = 12_000;

type Judged = Pick<Template, 'needsLink' | 'details'>;
type Text = { pointer: string; text: string };

/** What is wrong with a content: a field that does not exist or not here, a link that is missing, may vanish or is exposed, an address that is none. */
export function contentFaults(template: Judged, content: Content): ContentFault[] {
  const available = fieldsOfTemplate(template);
  const headers = [
    { pointer: '/subject', text: content.subject },
    { pointer: '/preheader', text: content.preheader },
  ];
  const length = textsOf(content).reduce((sum, text) => sum + text.length, 0);
  return [
    ...(content.subject.trim() === '' ? [{ pointer: '/subject', fault: 'subject-empty' } as const] : []),
    ...(content.blocks.some((block) => block.kind !== 'divider') ? [] : [{ pointer: '/blocks', fault: 'nothing-said' } as const]),
    ...(length > mostCharacters ? [{ pointer: '/blocks', fault: 'too-long' } as const] : []),
    ...headers.flatMap((text) => [...placeFaults(text, available), ...headerFaults(text, available)]),
    ...content.blocks.flatMap((block, index) => blockFaults(block, `/blocks/${index}`, available)),
    ...(template.needsLink ? linkFaults(content.blocks) : []),
  ];
}

function blockFaults(block: Block, pointer: string, available: readonly FieldName[]): ContentFault[] {
  const texts = textsWithPointers(block, pointer);
  const faults = texts.flatMap((text) => [
    ...(text.text.trim() === '' ? [{ pointer: text.pointer, fault: 'empty' } as const] : []),
    ...placeFaults(text, available),
  ]);
  if (block.kind === 'facts' && block.facts.length === 0) return [{ pointer: `${pointer}/facts`, fault: 'empty' }];
  return block.kind === 'button' ? [...faults, ...targetFaults(block.to, `${pointer}/to`, available)] : faults;
}

function targetFaults(to: string, pointer: string, available: readonly FieldName[]): ContentFault[] {
  if (isUrlField(to)) return available.includes(to) ? [] : [{ pointer, fault: 'field-not-here', field: to }];
  return isWebAddress(to) ? [] : [{ pointer, fault: 'address-not-web' }];
}

function textsWithPointers(block: Block, pointer: string): Text[] {
  switch (block.kind) {
    case 'divider':
      return [];
    case 'button':
      return [{ pointer: `${pointer}/label`, text: block.label }];
    case 'facts':
      return block.facts.flatMap(({ label, text }, row) => [
        { pointer: `${pointer}/facts/${row}/label`, text: label },
        { pointer: `${pointer}/facts/${row}/text`, text },
      ]);
    default:
      return [{ pointer: `${pointer}/text`, text: block.text }];
  }
}

/** What stands in braces and so was meant as a field, whether a name could look like that or not. */
const attempt = /\{([^{}\n]{1,60})\}/g;
const attemptsOf = (text: string): string[] => Array.from(text.matchAll(attempt), (match) => match[1] ?? '');

function placeFaults({ pointer, text }: Text, available: readonly FieldName[]): ContentFault[] {
  const faults = [...new Set(attemptsOf(text))].flatMap((field): ContentFault[] => {
    if (!isFieldName(field)) return [{ pointer, fault: 'unknown-field', field }];
    return available.includes(field) ? [] : [{ pointer, fault: 'field-not-here', field }];
  });
  return /[{}]/.test(text.replace(attempt, '')) ? [...faults, { pointer, fault: 'half-field' }] : faults;
}

/** Subject and preview line have no block that could be left out with a field, and are shown to anybody who sees the device. */
const headerFaults = ({ pointer, text }: Text, available: readonly FieldName[]): ContentFault[] =>
  [...new Set(placesOf(text))].flatMap((field): ContentFault[] => {
    if (!isFieldName(field) || !available.includes(field)) return [];
    if (field === 'link') return [{ pointer, fault: 'link-exposed' }];
    return certainFields.includes(field) ? [] : [{ pointer, fault: 'field-may-be-missing', field }];
  });

/** A block that names something unknown is left out; the link must stand in one that never is. */
function linkFaults(blocks: readonly Block[]): ContentFault[] {
  const holders = blocks.flatMap((block, index) => holdersOfLink(block, `/blocks/${index}`));
  if (holders.length === 0) return [{ pointer: '/blocks', fault: 'link-missing' }];
  if (holders.some(({ uncertain }) => uncertain === undefined)) return [];
  return holders.map(({ pointer, uncertain }) => ({
    pointer,
    fault: 'link-may-vanish',
    ...(uncertain !== undefined && { field: uncertain }),
  }));
}

type Holder = { pointer: string; uncertain: string | undefined };

function holdersOfLink(block: Block, pointer: string): Holder[] {
  if (block.kind === 'divider') return [];
  // Of a table each row stays or goes by itself, by what stands in its second column.
  if (block.kind === 'facts') return block.facts.flatMap(({ text }, row) => holder(text, `${pointer}/facts/${row}/text`));
  if (block.kind === 'button') return block.to === 'link' ? holder(`{link}${block.label}`, `${pointer}/label`) : [];
  return holder(block.text, `${pointer}/text`);
}

function holder(text: string, pointer: string): Holder[] {
  const places = placesOf(text);
  if (!places.includes('link')) return [];
  return [{ pointer, uncertain: places.find((place) => isFieldName(place) && !certainFields.includes(place)) }];
}
