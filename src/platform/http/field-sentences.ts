import type { ZodError } from 'zod';
import type { Phrase, PhraseValues } from '../phrases.ts';
import type { FieldRefusal } from '../refusal.ts';

const sentences = {
  required: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  'too-short': { de: 'Mindestens {minimum} Zeichen.', en: 'At least {minimum} characters.' },
  'too-long': { de: 'Höchstens {maximum} Zeichen.', en: 'At most {maximum} characters.' },
  'too-small': { de: 'Mindestens {minimum}.', en: 'At least {minimum}.' },
  'too-large': { de: 'Höchstens {maximum}.', en: 'At most {maximum}.' },
  'unknown-field': { de: 'Das Feld „{field}“ ist hier unbekannt.', en: 'The field “{field}” is unknown here.' },
  'unknown-choice': { de: 'Diese Auswahl gibt es nicht. Möglich: {choices}.', en: 'There is no such choice. Possible: {choices}.' },
  'control-characters': {
    de: 'Zeilenumbrüche und Steuerzeichen sind hier nicht möglich.',
    en: 'Line breaks and control characters are not possible here.',
  },
  'hidden-character': {
    de: 'Hier steht ein unsichtbares Zeichen, das beim Kopieren entstehen kann. Bitte von Hand eintippen.',
    en: 'There is an invisible character in this text, which can come from copying. Please type it by hand.',
  },
  malformed: {
    de: 'Hier steht ein beschädigtes Zeichen. Bitte neu eintippen.',
    en: 'There is a damaged character in this text. Please type it again.',
  },
  lifetime: {
    de: 'Möglich ist eine Zeitspanne von {least} bis {most}, zum Beispiel 48h, 7d, 30m oder 2s.',
    en: 'Possible is a length of time from {least} to {most}, such as 48h, 7d, 30m or 2s.',
  },
  'not-chosen': { de: 'Bitte auswählen.', en: 'Please choose.' },
  'time-of-day': { de: 'Bitte eine Uhrzeit von 00:00 bis 23:59 eingeben.', en: 'Please enter a time from 00:00 to 23:59.' },
  'wrong-type': { de: 'Dieser Wert hat nicht die erwartete Form.', en: 'This value does not have the expected form.' },
} as const satisfies Record<string, Phrase>;

type Issue = ZodError['issues'][number];

/** What a schema found wrong, as sentences for people: each with its place in the request (RFC 6901). */
export function fieldRefusals(error: ZodError): FieldRefusal[] {
  return error.issues.slice(0, 50).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.slice(0, 20).map((key) => refusal([...issue.path, key], 'unknown-field', { field: key.slice(0, 50) }));
    return [refusal(issue.path, ...meaning(issue))];
  });
}

function meaning(issue: Issue): [keyof typeof sentences, PhraseValues?] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? ['required'] : ['wrong-type'];
    case 'too_small':
      if (issue.origin !== 'string') return ['too-small', { minimum: Number(issue.minimum) }];
      return Number(issue.minimum) === 1 ? ['required'] : ['too-short', { minimum: Number(issue.minimum) }];
    case 'too_big':
      return [issue.origin === 'string' ? 'too-long' : 'too-large', { maximum: Number(issue.maximum) }];
    case 'invalid_value':
      return ['unknown-choice', { choices: issue.values.map(String).join(', ') }];
    case 'invalid_format':
      if (issue.format === 'uuid') return ['not-chosen'];
      return issue.message === 'control-characters' || issue.message === 'time-of-day' ? [issue.message] : ['wrong-type'];
    case 'invalid_union':
      return unionMeaning(issue.errors);
    case 'custom':
      return saidBySchema(issue.params);
    default:
      return ['wrong-type'];
  }
}

/** A schema's own check names its sentence in `params`, beside the values that fill it. */
function saidBySchema({ sentence, ...values }: Record<string, unknown> = {}): [keyof typeof sentences, PhraseValues?] {
  if (typeof sentence !== 'string' || !Object.hasOwn(sentences, sentence)) return ['wrong-type'];
  return [sentence as keyof typeof sentences, values as PhraseValues];
}

/** Of a union the most telling branch counts: the one that got past the type. */
function unionMeaning(branches: Issue[][]): [keyof typeof sentences, PhraseValues?] {
  const telling = branches.flat().find((issue) => issue.code !== 'invalid_type');
  return telling ? meaning(telling) : ['wrong-type'];
}

const refusal = (path: PropertyKey[], code: keyof typeof sentences, values?: PhraseValues): FieldRefusal => ({
  pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  code: `field.${code}`,
  phrase: sentences[code],
  ...(values && { values }),
});
