import { clausesOf, flat, type Group, isSubquery, type Node, readStatement, wordOf } from './statement-tree.ts';

const lineWidth = 140;

/** A statement for people to read: a line for each clause, longer ones broken. Only white space differs from what the database gets. */
export const layOut = (sql: string): string => lines(readStatement(sql), 0).join('\n');

const lines = (nodes: readonly Node[], indent: number): string[] =>
  clausesOf(nodes).flatMap(({ keyword, nodes: own }) => (keyword === 'with' ? steps(own, indent) : broken(own, indent, indent + 2)));

/** Each step of a `with` begins at the edge. */
const steps = (nodes: readonly Node[], indent: number): string[] => chunksOf(nodes).flatMap((step) => written(step, indent));

/** One line where it fits; else a new one before each `and`, and in lists where a line is full. */
function broken(nodes: readonly Node[], indent: number, hanging: number): string[] {
  const whole = `${' '.repeat(indent)}${flat(nodes)}`;
  if (whole.length <= lineWidth && !nodes.some(mustOpen)) return [whole];
  const result: string[] = [];
  for (const chunk of chunksOf(nodes)) {
    const last = result.at(-1);
    const text = flat(chunk);
    const startsLine = last === undefined || isJoint(chunk[0]);
    if (!startsLine && last.length + text.length < lineWidth) result[result.length - 1] = `${last} ${text}`;
    else result.push(...written(chunk, result.length === 0 ? indent : hanging));
  }
  return result;
}

/** A chunk by itself: on one line, or with its too long brackets opened up. */
function written(chunk: readonly Node[], indent: number): string[] {
  const whole = `${' '.repeat(indent)}${flat(chunk)}`;
  if (whole.length <= lineWidth && !chunk.some(mustOpen)) return [whole];
  const result: string[] = [' '.repeat(indent)];
  chunk.forEach((node, index) => {
    const last = result.at(-1) ?? '';
    const space = node.spaced && index > 0 ? ' ' : '';
    const text = flat([node]);
    if (node.kind === 'word' || (last.length + text.length < lineWidth && !mustOpen(node)))
      result[result.length - 1] = `${last}${space}${text}`;
    else result.splice(-1, 1, `${last}${space}(`, ...inside(node, indent + 2), `${' '.repeat(indent)})`);
  });
  return result;
}

const inside = (group: Group, indent: number): string[] =>
  isSubquery(group) ? lines(group.nodes, indent) : broken(group.nodes, indent, indent);

/** A step that writes something is a statement of its own and is never squeezed into a line. */
const mustOpen = (node: Node): boolean => node.kind === 'group' && ['insert', 'update', 'delete', 'with'].includes(wordOf(node.nodes[0]));

/** Pieces between which a line may end: after a comma, before `and` and `or`. */
function chunksOf(nodes: readonly Node[]): Node[][] {
  const chunks: Node[][] = [];
  nodes.forEach((node, index) => {
    if (index === 0 || isJoint(node) || wordOf(nodes[index - 1]) === ',') chunks.push([node]);
    else chunks.at(-1)?.push(node);
  });
  return chunks;
}

const isJoint = (node: Node | undefined): boolean => ['and', 'or'].includes(wordOf(node));
