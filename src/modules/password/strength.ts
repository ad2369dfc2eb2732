/** A stretch of a text (`start` up to, not including, `end`) that somebody who guesses would not spell letter by letter, and what guessing it costs. */
export type Piece = {
  start: number;
  end: number;
  /** Decimal logarithm of the guesses that this stretch costs. */
  cost: number;
  source: PieceSource;
};

/** Where the guess comes from: a word of this person or company, a dictionary, a pattern (sequence, keyboard run, date, repeat), or nowhere. */
export type PieceSource = 'context' | 'dictionary' | 'pattern' | 'unknown';

export type Strength = {
  /** Decimal logarithm of the guesses that the whole costs whoever goes the cheapest way. */
  cost: number;
  /** That way, from left to right. */
  pieces: Piece[];
};

/** Where one stretch ends and the next begins has to be guessed as well. */
const joint = Math.log10(2);

/** A character that nothing explains: a digit costs 10 guesses, any other 18, less than chance would, because what is not in a dictionary is rarely random. */
const unknownCost = (character: string): number => (character >= '0' && character <= '9' ? 1 : 1.25);

/**
 * The cheapest way to guess a text made of the given pieces; gaps are spelled out.
 * zxcvbn adds 10,000 guesses for each further piece and so rates „Sommer2026!!“ as strong as eight random characters; attackers' rules append
 * years and exclamation marks for nothing, therefore a joint costs two guesses here.
 * `openEnd`: the text goes on, so that its last piece may reach beyond it; the cheapest way to one of so many places before the end counts.
 */
export function cheapestWay(text: string, pieces: Piece[], openEnd = 0): Strength {
  const endingAt = Map.groupBy(
    pieces.filter((piece) => Number.isFinite(piece.cost)),
    (piece) => piece.end,
  );
  const ways: Strength[] = [{ cost: 0, pieces: [] }];
  for (let end = 1; end <= text.length; end++) {
    ways.push(cheapest([spelledOut(text, end), ...(endingAt.get(end) ?? [])].map((piece) => extended(ways[piece.start], piece))));
  }
  return cheapest(ways.slice(-1 - openEnd));
}

const cheapest = (ways: Strength[]): Strength => ways.reduce((best, way) => (way.cost < best.cost ? way : best));

const spelledOut = (text: string, end: number): Piece => ({
  start: end - 1,
  end,
  cost: unknownCost(text.charAt(end - 1)),
  source: 'unknown',
});

function extended(way: Strength | undefined, piece: Piece): Strength {
  if (!way) return { cost: Number.POSITIVE_INFINITY, pieces: [piece] };
  const before = way.pieces.at(-1);
  const continues = before === undefined || (before.source === 'unknown' && piece.source === 'unknown');
  return { cost: way.cost + piece.cost + (continues ? 0 : joint), pieces: [...way.pieces, piece] };
}
