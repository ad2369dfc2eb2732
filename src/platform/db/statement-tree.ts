/** A word, sign or quoted name of a statement, or what stands between brackets. `spaced` tells whether white space stands in front of it. */
export type Word = { kind: 'word'; text: string; spaced: boolean };
export type Group = { kind: 'group'; nodes: Node[]; spaced: boolean };
export type Node = Word | Group;

/** A part of a statement that begins with a word of its own: `select …`, `left join …`, `where …`. */
export type Clause = { keyword: string; nodes: Node[] };

const comment = /--[^\n]*|\/\*.*?\*\//sy;
const token = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\$\d+|[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?|::|[+\-*/<>=~!@#%^&|?]+|[^\s]/uy;

/** Takes one statement apart. Knows brackets, quotes and comments; no dollar quotes, which only migrations need. */
export function readStatement(sql: string): Node[] {
  const open: Node[][] = [[]];
  let spaced = false;
  for (let at = 0; at < sql.length; ) {
    const skipped = /\s/.test(sql.charAt(at)) ? sql.charAt(at) : matchAt(comment, sql, at);
    if (skipped) {
      spaced = true;
      at += skipped.length;
      continue;
    }
    const text = matchAt(token, sql, at) ?? sql.charAt(at);
    at += text.length;
    const nodes = open.at(-1);
    if (!nodes) break;
    if (text === '(') {
      const group: Group = { kind: 'group', nodes: [], spaced };
      nodes.push(group);
      open.push(group.nodes);
    } else if (text === ')') open.pop();
    else nodes.push({ kind: 'word', text, spaced });
    spaced = false;
  }
  if (open.length !== 1) throw new Error(`The brackets of a statement do not match: ${sql}`);
  return open[0] ?? [];
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The statement on one line, with single spaces where there was white space. */
export const flat = (nodes: readonly Node[]): string =>
  nodes
    .map((node, index) => `${node.spaced && index > 0 ? ' ' : ''}${node.kind === 'word' ? node.text : `(${flat(node.nodes)})`}`)
    .join('');

/** The word in lower case; empty for a bracket, and for a quoted name, which is never a keyword. */
export const wordOf = (node: Node | undefined): string => (node?.kind === 'word' ? node.text.toLowerCase() : '');

/** The name that a word is, quoted or not. */
export function nameOf(node: Node | undefined): string | undefined {
  if (node?.kind !== 'word') return undefined;
  if (node.text.startsWith('"')) return node.text.slice(1, -1).replaceAll('""', '"');
  return /^[\p{L}_]/u.test(node.text) ? node.text.toLowerCase() : undefined;
}

/** Whether brackets hold a statement of its own, not a list or a condition. */
export const isSubquery = ({ nodes }: Group): boolean =>
  ['select', 'with', 'insert', 'update', 'delete', 'values'].includes(wordOf(nodes[0]));

/** The parts that nodes consist of, without the separators between them. */
export function splitAt(nodes: readonly Node[], separator: string): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (wordOf(node) === separator) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

const always = ['with', 'select', 'where', 'having', 'limit', 'offset', 'set', 'values', 'returning', 'insert', 'delete', 'using', 'union'];
const joining = ['left', 'right', 'full', 'inner', 'cross'];

/** The clauses of a statement, in order. Only the outermost level is looked at: what stands in brackets belongs to its clause. */
export function clausesOf(nodes: readonly Node[]): Clause[] {
  const clauses: Clause[] = [];
  nodes.forEach((node, index) => {
    const keyword = keywordAt(nodes, index);
    if (keyword || clauses.length === 0) clauses.push({ keyword: keyword ?? wordOf(node), nodes: [node] });
    else clauses.at(-1)?.nodes.push(node);
  });
  return clauses;
}

function keywordAt(nodes: readonly Node[], index: number): string | undefined {
  const [before, word, next] = [wordOf(nodes[index - 1]), wordOf(nodes[index]), wordOf(nodes[index + 1])];
  if (before === '.') return undefined;
  if (always.includes(word)) return word;
  if (word === 'from') return before === 'delete' || before === 'distinct' ? undefined : word;
  if (word === 'update') return before === 'for' || before === 'do' || before === 'key' ? undefined : word;
  if (word === 'for') return ['update', 'share', 'no', 'key'].includes(next) ? word : undefined;
  if (word === 'group' || word === 'order') return next === 'by' ? word : undefined;
  if (word === 'on') return next === 'conflict' ? 'on conflict' : undefined;
  if (joining.includes(word)) return next === 'join' || next === 'outer' ? 'join' : undefined;
  return word === 'join' && !joining.includes(before) && before !== 'outer' ? word : undefined;
}
