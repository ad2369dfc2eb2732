import { type Clause, clausesOf, type Group, isSubquery, type Node, nameOf, readStatement, splitAt, wordOf } from './statement-tree.ts';

const workspaceColumn = 'workspace_id';

/** A table, or anything else that rows come from, under the name that it has in its statement. `table` only where it is a workspace's table. */
type Source = { alias: string; table: string | undefined };

/** What a condition ties a table's workspace to: a parameter, or the workspace of another table. */
type Tie = { from: Source; to: Source | 'given' };

type Scope = { tables: ReadonlySet<string>; isCondition: boolean; sources: Source[]; ties: Tie[]; written: string[] };

/**
 * The tables of a workspace (`tables`: those with a column `workspace_id`) that a statement names without tying their rows to a given workspace (rule 13):
 * by `workspace_id = $1`, by `workspace_id = other.workspace_id` where the other is tied, or, where it inserts, by the column in the list.
 * Only conditions that always hold count: none beside an `or`, none on the wrong side of a `left join`. A `condition` may refer to a table around it.
 */
export function untiedTables(sql: string, tables: ReadonlySet<string>, { isCondition = false } = {}): string[] {
  const scope: Scope = { tables, isCondition, sources: [], ties: [], written: [] };
  const nodes = readStatement(sql);
  if (isCondition) readGroups(nodes, [], scope);
  else readBlock(nodes, [], scope);

  const tied = new Set<Source>();
  for (let before = -1; before !== tied.size; ) {
    before = tied.size;
    for (const { from, to } of scope.ties) if (to === 'given' || tied.has(to)) tied.add(from);
  }
  const untied = scope.sources.flatMap((source) => (source.table && !tied.has(source) ? [source.table] : []));
  return [...new Set([...untied, ...scope.written])].sort();
}

/** One `select`, `insert`, `update` or `delete` with what stands in its brackets. `outer` are the sources around it, the nearest first. */
function readBlock(nodes: readonly Node[], outer: readonly Source[], scope: Scope): void {
  for (const part of splitAt(nodes, 'union')) {
    const clauses = clausesOf(part);
    const own = clauses.flatMap((clause) => sourcesOf(clause, scope.tables));
    scope.sources.push(...own);
    const tie = tyingIn(own, outer, scope);
    for (const clause of clauses) {
      if (clause.keyword === 'where') tie(clause.nodes.slice(1));
      if (clause.keyword === 'join') tieJoin(clause, own, tie);
    }
    scope.written.push(...loosePartsOfInsert(clauses, scope.tables));
    readGroups(part, [...own, ...outer], scope);
  }
}

function readGroups(nodes: readonly Node[], outer: readonly Source[], scope: Scope): void {
  for (const node of nodes) {
    if (node.kind === 'word') continue;
    if (isSubquery(node)) readBlock(node.nodes, outer, scope);
    else readGroups(node.nodes, outer, scope);
  }
}

/** Where a clause says which rows are meant. The table that an `insert` writes to is judged by its columns instead. */
function sourcesOf({ keyword, nodes }: Clause, tables: ReadonlySet<string>): Source[] {
  const named = (item: readonly Node[]) => {
    const source = sourceOf(item, tables);
    return source ? [source] : [];
  };
  if (keyword === 'from' || keyword === 'using') return splitAt(nodes.slice(1), ',').flatMap(named);
  if (keyword === 'update') return named(nodes.slice(1));
  if (keyword === 'delete') return named(nodes.slice(2));
  if (keyword === 'join') return named(joinOf(nodes).item);
  return [];
}

function sourceOf(item: readonly Node[], tables: ReadonlySet<string>): Source | undefined {
  const nodes = item.filter((node) => !['lateral', 'only'].includes(wordOf(node)));
  const aliasAt = wordOf(nodes[1]) === 'as' ? 2 : 1;
  if (nodes[0]?.kind === 'group') return { alias: nameOf(nodes[aliasAt]) ?? '', table: undefined };
  const name = nameOf(nodes[0]);
  if (!name) return undefined;
  // A function that gives rows: its alias stands behind its arguments.
  if (nodes[1]?.kind === 'group') return { alias: nameOf(nodes[wordOf(nodes[2]) === 'as' ? 3 : 2]) ?? name, table: undefined };
  return { alias: nameOf(nodes[aliasAt]) ?? name, table: tables.has(name) ? name : undefined };
}

function joinOf(nodes: readonly Node[]): { item: Node[]; condition: Node[]; isOuter: boolean } {
  const start = nodes.findIndex((node) => wordOf(node) === 'join') + 1;
  const on = nodes.findIndex((node) => wordOf(node) === 'on');
  const isOuter = ['left', 'right', 'full'].includes(wordOf(nodes[0]));
  return { item: nodes.slice(start, on === -1 ? undefined : on), condition: on === -1 ? [] : nodes.slice(on + 1), isOuter };
}

type TieConditions = (condition: readonly Node[], only?: Source) => void;

/** A `left join` gives up rows of the joined table only, so its condition ties that one and no other. Right and full ones tie nothing. */
function tieJoin({ nodes }: Clause, own: readonly Source[], tie: TieConditions): void {
  const { item, condition, isOuter } = joinOf(nodes);
  const joined = sourceOf(item, new Set());
  const source = own.find(({ alias }) => alias === joined?.alias);
  if (!isOuter) tie(condition);
  else if (source && wordOf(nodes[0]) === 'left') tie(condition, source);
}

const tyingIn =
  (own: readonly Source[], outer: readonly Source[], scope: Scope): TieConditions =>
  (condition, only) => {
    for (const [left, right] of equationsOf(condition)) {
      const [one, other] = [left, right].map((side) => endOf(side, own, outer, scope.isCondition));
      if (!one || !other) continue;
      // A statement in brackets narrows itself, not the one around it.
      const mayTie = (end: Source | 'given'): end is Source => end !== 'given' && own.includes(end) && (!only || end === only);
      if (mayTie(one)) scope.ties.push({ from: one, to: other });
      if (mayTie(other)) scope.ties.push({ from: other, to: one });
    }
  };

/** The two sides of every `… = …` that holds whenever the condition does. */
function equationsOf(condition: readonly Node[]): [Node[], Node[]][] {
  if (condition.some((node) => wordOf(node) === 'or')) return [];
  return splitAt(condition, 'and').flatMap((part): [Node[], Node[]][] => {
    const [only] = part;
    if (part.length === 1 && only?.kind === 'group' && !isSubquery(only)) return equationsOf(only.nodes);
    const [left, right, ...more] = splitAt(part, '=');
    return left && right && more.length === 0 ? [[left, right]] : [];
  });
}

function endOf(side: Node[], own: readonly Source[], outer: readonly Source[], isCondition: boolean): Source | 'given' | undefined {
  const cast = side.findIndex((node) => wordOf(node) === '::');
  const nodes = cast === -1 ? side : side.slice(0, cast);
  if (nodes.length === 1 && wordOf(nodes[0]).startsWith('$')) return 'given';
  if (nameOf(nodes.at(-1)) !== workspaceColumn) return undefined;
  if (nodes.length === 1) {
    const owners = own.filter(({ table }) => table !== undefined);
    return owners.length === 1 ? owners[0] : undefined;
  }
  if (nodes.length !== 3 || wordOf(nodes[1]) !== '.') return undefined;
  const source = [...own, ...outer].find(({ alias }) => alias === nameOf(nodes[0]));
  if (!source) return isCondition ? 'given' : undefined;
  // What a statement names that is no table was put together in its own brackets, and is judged there.
  return source.table === undefined ? 'given' : source;
}

/** The table of an `insert` that leaves the workspace out of its columns, or overwrites a row that another workspace may own. */
function loosePartsOfInsert(clauses: readonly Clause[], tables: ReadonlySet<string>): string[] {
  const insert = clauses.find(({ keyword }) => keyword === 'insert');
  const table = nameOf(insert?.nodes[2]);
  if (!insert || table === undefined || !tables.has(table)) return [];
  if (!insert.nodes.some(listsWorkspace)) return [table];
  const conflict = clauses.find(({ keyword }) => keyword === 'on conflict');
  const overwrites = conflict?.nodes.some((node, index) => wordOf(node) === 'do' && wordOf(conflict.nodes[index + 1]) === 'update');
  return overwrites && !conflict?.nodes.some(listsWorkspace) ? [table] : [];
}

const listsWorkspace = (node: Node): boolean => node.kind === 'group' && columnsOf(node).includes(workspaceColumn);
const columnsOf = ({ nodes }: Group) => splitAt(nodes, ',').map((column) => (column.length === 1 ? nameOf(column[0]) : undefined));
