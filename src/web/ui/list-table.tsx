import { Checkbox, Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type RowSelectionState, rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { usePhrases } from '../language.ts';
import { shellPhrases } from '../phrases.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ListCards } from './list-cards.tsx';
import styles from './list-table.module.css';
import { RowMenu } from './row-menu.tsx';
import { SortHeader } from './sort-header.tsx';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The word of the API's `sort` for this column, ascending. */
  sort?: string;
  /** Keeps names from being squeezed by their neighbours. */
  minWidth?: string;
  /** Left out on narrow screens. */
  isSecondary?: boolean;
};

export type ListTableProps<Row> = {
  /** What the list is, for screen readers. */
  label: string;
  rows: Row[];
  /** The first column names the row and holds its link, marked with `data-row-link`. */
  columns: Column<Row>[];
  rowId: (row: Row) => string;
  rowName: (row: Row) => string;
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  /** The entries of the row's menu; the same actions as on its own page. */
  rowMenu?: (row: Row) => ReactNode;
  /** Buttons for the selected rows; without it nothing can be selected. `all`: not only these rows, but all that the list finds. */
  bulk?: (rows: Row[], all: boolean) => ReactNode;
  /** Where more is found than stands on this page: what selects all of it („Alle 348 auswählen“), and how that is then told. */
  selectAll?: { verb: string; selected: string } | undefined;
};

const features = tableFeatures({ rowSelectionFeature });

/** A list: a table on wide screens, cards on narrow ones; rows are reached with j and k, selected with x. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { rows, columns, rowId, rowName, label, sort, onSort, rowMenu, bulk, selectAll } = props;
  const t = usePhrases(shellPhrases);
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const ids = rows.map(rowId).join();

  const [isAll, setAll] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another selection
  useEffect(() => {
    setRowSelection({});
    setAll(false);
  }, [ids]);

  const definitions = useMemo(() => columns.map(({ id }) => ({ id })), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { rowSelection },
    onRowSelectionChange: (change) => {
      setAll(false);
      setRowSelection(change);
    },
    enableRowSelection: Boolean(bulk),
  });
  const hasMany = columns.length > 5;
  const shown = table.getRowModel().rows;
  const selected = table.getSelectedRowModel().rows.map((row) => row.original);
  const bar = bulk && selected.length > 0 && (
    <BulkBar
      count={selected.length}
      onClear={() => table.resetRowSelection(true)}
      actions={bulk(selected, isAll)}
      all={selectAll && selected.length === rows.length ? { ...selectAll, isOn: isAll, onAll: () => setAll(true) } : undefined}
    />
  );

  if (isNarrow) {
    return (
      <>
        <ListCards {...props} />
        {bar}
      </>
    );
  }

  return (
    <>
      <div className={styles.frame}>
        <Table
          aria-label={label}
          verticalSpacing="sm"
          horizontalSpacing={hasMany ? 'xs' : 'md'}
          className={styles.table}
          data-many={hasMany || undefined}
        >
          <Table.Thead>
            <Table.Tr>
              {bulk && (
                <Table.Th w={44}>
                  <Checkbox
                    aria-label={t('selectAll')}
                    checked={table.getIsAllRowsSelected()}
                    indeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                    onChange={table.getToggleAllRowsSelectedHandler()}
                  />
                </Table.Th>
              )}
              {columns.map((column) => (
                <SortHeader key={column.id} column={column} sort={sort} onSort={onSort} />
              ))}
              {rowMenu && (
                <Table.Th w={52}>
                  <span className={styles.unseen}>{t('actionsColumn')}</span>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={row.id} data-row data-selected={row.getIsSelected() || undefined}>
                {bulk && (
                  <Table.Td>
                    <Checkbox
                      data-row-check
                      aria-label={t('select', { name: rowName(row.original) })}
                      checked={row.getIsSelected()}
                      onChange={row.getToggleSelectedHandler()}
                    />
                  </Table.Td>
                )}
                {columns.map((column) => (
                  <Table.Td key={column.id}>{column.cell(row.original)}</Table.Td>
                ))}
                {rowMenu && (
                  <Table.Td className={styles.menu ?? ''}>
                    <RowMenu name={rowName(row.original)}>{rowMenu(row.original)}</RowMenu>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {bar}
    </>
  );
}
