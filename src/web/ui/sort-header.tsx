import { Table } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import styles from './list-table.module.css';

type SortHeaderProps = {
  column: { header: string; sort?: string; minWidth?: string };
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
};

/** A column's head; where the API can sort by it, a button that turns the order round. */
export function SortHeader({ column, sort, onSort }: SortHeaderProps) {
  if (!column.sort || !onSort) return <Table.Th miw={column.minWidth}>{column.header}</Table.Th>;
  const ascending = column.sort;
  const order = sort === ascending ? 'ascending' : sort === `-${ascending}` ? 'descending' : 'none';
  const Icon = order === 'ascending' ? IconArrowUp : order === 'descending' ? IconArrowDown : IconArrowsSort;
  return (
    <Table.Th miw={column.minWidth} aria-sort={order}>
      <button type="button" className={styles.sort} onClick={() => onSort(order === 'ascending' ? `-${ascending}` : ascending)}>
        {column.header}
        <Icon size={14} aria-hidden />
      </button>
    </Table.Th>
  );
}
