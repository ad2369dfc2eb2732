import { createRequire } from 'node:module';
import type { MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { cheapestWay, type Piece, type PieceSource, type Strength } from './strength.ts';
import { germanPortalWords, spellings } from './words-de.ts';

/** Finding patterns takes time that grows with the square of the length; so many code units at the start of a password decide. */
export const analysedLength = 64;
/** A word that is cut off where the analysis ends must not count as unknown letters; few are longer than this. */
const longestWord = 16;

/** What divides words without making them harder to guess: „Muster-Energie“, „p a s s w o r t“. */
const separators = /[\s,;:|/\\_.-]/g;

/** How many guesses a password costs (decimal logarithm), with the words that this person and company bring along. */
export function guessesOf(password: string, contextWords: string[]): Strength {
  const bare = password.replace(separators, '');
  const start = analysedPart(bare);
  const way = cheapestWay(start, piecesOf(start, contextOf(contextWords)), start === bare ? 0 : longestWord);
  return { ...way, cost: way.cost + separatorCost(password) };
}

/** What is analysed of a password without its separators. */
export const analysedPart = (bare: string): string => bare.slice(0, analysedLength);

/** Each kind of separator costs about as much as a character, its repetition next to nothing. */
function separatorCost(password: string): number {
  const found = password.match(separators) ?? [];
  const kinds = new Set(found).size;
  return kinds + (found.length - kinds) * 0.25;
}

/** „Muster Energie GmbH“ gives muster, energie, gmbh, musterenergie, energiegmbh and musterenergiegmbh; an address its parts and itself. */
function contextOf(words: string[]): string[] {
  const found = words.slice(0, 20).flatMap((word) => {
    const plain = word.normalize('NFKC').toLowerCase().slice(0, 320);
    const parts = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const neighbours = parts.map((part, index) => part + (parts[index + 1] ?? ''));
    return [plain.replace(separators, ''), ...parts.slice(0, 20), ...neighbours.slice(0, 20)];
  });
  return [...new Set(found.filter((word) => word.length >= 3).flatMap(spellings))];
}

/** Everything in a text that a dictionary or a pattern explains. */
function piecesOf(text: string, contextWords: string[], depth = 0): Piece[] {
  return matchesOf(text, contextWords).map((match) => {
    const { cost, source } = match.pattern === 'repeat' ? repeated(match, contextWords, depth) : explained(match);
    return { start: match.i, end: match.j + 1, cost, source };
  });
}

function repeated(match: MatchExtended, contextWords: string[], depth: number): Pick<Piece, 'cost' | 'source'> {
  const token = String(match.baseToken);
  const base = cheapestWay(token, depth < 3 ? piecesOf(token, contextWords, depth + 1) : []);
  const source: PieceSource = base.pieces.some((piece) => piece.source === 'context') ? 'context' : 'pattern';
  return { cost: base.cost + Math.log10(Number(match.repeatCount)), source };
}

/** What a match costs, after zxcvbn (Wheeler, USENIX Security 2016) with plain estimates for the rarer patterns. */
function explained(match: MatchExtended): Pick<Piece, 'cost' | 'source'> {
  switch (match.pattern) {
    case 'dictionary':
      return { cost: wordCost(match), source: match.dictionaryName === 'userInputs' ? 'context' : 'dictionary' };
    case 'regex':
      return { cost: Math.log10(20), source: 'pattern' };
    case 'date':
      return { cost: Math.log10(365 * 40), source: 'pattern' };
    case 'sequence':
      return { cost: Math.log10(sequenceStarts(match.token) * match.token.length * (match.ascending ? 1 : 2)), source: 'pattern' };
    case 'spatial':
      return { cost: Math.log10(50 * match.token.length) + (Number(match.turns) - 1) * Math.log10(4.6), source: 'pattern' };
    default:
      return { cost: Number.POSITIVE_INFINITY, source: 'unknown' };
  }
}

const sequenceStarts = (token: string): number => (/^[aAzZ019]/.test(token) ? 4 : /^\d/.test(token) ? 10 : 26);

function wordCost(match: MatchExtended): number {
  // A word like „constructor“ is found in the prototype of zxcvbn's dictionaries and has no rank.
  if (typeof match.rank !== 'number') return Number.POSITIVE_INFINITY;
  const substitutions = match.l33t ? 2 ** Math.max(1, (match.subs as unknown[]).length) : 1;
  return Math.log10(rankIn(match.dictionaryName, match.rank) * capitalVariants(match.token) * substitutions * (match.reversed ? 2 : 1));
}

function rankIn(dictionaryName: string, rank: number): number {
  if (dictionaryName === 'userInputs') return 10;
  if (dictionaryName === 'portal') return Math.max(10, rank / 2);
  if (dictionaryName === 'diceware') return 6 ** 5 / 2;
  return Math.max(20, rank);
}

function capitalVariants(token: string): number {
  const capitals = token.match(/\p{Lu}/gu)?.length ?? 0;
  const smalls = token.match(/\p{Ll}/gu)?.length ?? 0;
  if (capitals === 0) return 1;
  if (smalls === 0 || /^\p{Lu}\P{Lu}*$|^\P{Lu}*\p{Lu}$/u.test(token)) return 2;
  return 2 ** (1 + Math.min(capitals, smalls));
}

let analyst: ZxcvbnFactory | undefined;

function matchesOf(text: string, contextWords: string[]): MatchExtended[] {
  analyst ??= createAnalyst();
  // biome-ignore lint/complexity/useLiteralKeys: the public answer holds only the way that zxcvbn's own scoring chose; what it found is private to the type.
  const matches = analyst['matching'].match(text, analyst['options'].getUserInputsOptions(contextWords));
  if (matches instanceof Promise) throw new Error('zxcvbn answered later, though no matcher of ours does.');
  return matches;
}

/** Required when first needed, because these packages are a megabyte of words (0.3 s, 65 MB) that belong into the judge's thread only. */
function createAnalyst(): ZxcvbnFactory {
  const require = createRequire(import.meta.url);
  const core: typeof import('@zxcvbn-ts/core') = require('@zxcvbn-ts/core');
  const common: typeof import('@zxcvbn-ts/language-common') = require('@zxcvbn-ts/language-common');
  const { dictionary: german }: typeof import('@zxcvbn-ts/language-de') = require('@zxcvbn-ts/language-de');
  const { dictionary: english }: typeof import('@zxcvbn-ts/language-en') = require('@zxcvbn-ts/language-en');
  const { qwertz, qwerty, keypad } = common.adjacencyGraphs;

  return new core.ZxcvbnFactory({
    dictionary: {
      portal: germanPortalWords(),
      diceware: common.dictionary['diceware-common'],
      passwords: interleaved(common.dictionary['passwords-common']),
      german: interleaved(german.commonWords, german.wikipedia),
      english: interleaved(english['commonWords-en'].slice(0, 20_000), english['wikipedia-en']),
      names: interleaved(german.firstnames, german.lastnames, english['firstnames-en'], english['lastnames-en'].slice(0, 10_000)),
    },
    graphs: { qwertz, qwerty, keypad },
    l33tMaxSubstitutions: 8,
  });
}

/** Lists by rank as one list by rank. Few dictionaries make an analysis several times as fast; words of one or two letters explain nothing. */
function interleaved(...lists: string[][]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  const words = new Set<string>();
  for (let rank = 0; rank < longest; rank++) {
    for (const list of lists) {
      const word = list[rank];
      if (word && word.length > 2) words.add(word);
    }
  }
  return [...words];
}
