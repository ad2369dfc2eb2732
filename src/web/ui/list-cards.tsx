import styles from './list-table.module.css';
import type { ListTableProps } from './list-table.tsx';
import { RowMenu } from './row-menu.tsx';

/** The same list for 390 px: one card per row, secondary columns left out. */
export function ListCards<Row extends object>({ rows, columns, rowId, rowName, label, rowMenu }: ListTableProps<Row>) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowId(row)} className={styles.card} data-row>
          <div className={styles.cardBody}>
            {columns
              .filter((column) => !column.isSecondary)
              .map((column) => (
                <div key={column.id}>{column.cell(row)}</div>
              ))}
          </div>
          {rowMenu && <RowMenu name={rowName(row)}>{rowMenu(row)}</RowMenu>}
        </li>
      ))}
    </ul>
  );
}
