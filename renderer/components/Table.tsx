import type { ReactNode } from 'react'
import { joinClassNames } from './join-class-names.ts'
import styles from './Table.module.css'

export interface TableColumn<Row> {
  readonly id: string
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Figures stand at the end so that their digits align. */
  readonly align?: 'start' | 'end'
  /** A CSS width; without it the column shares what is left. */
  readonly width?: string
}

export interface TableProps<Row> {
  /** Accessible name; not shown. */
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode
  readonly className?: string
}

/** A dense table with a header that stays in sight. For hundreds of rows use a virtual list of `ListRow`s. */
export function Table<Row>({ caption, columns, rows, rowKey, empty, className }: TableProps<Row>) {
  return (
    <table className={joinClassNames(styles.table, className)}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-align={column.align ?? 'start'} style={{ '--column': column.width ?? 'auto' }}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.id} data-align={column.align ?? 'start'}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
        {rows.length === 0 && empty !== undefined ? (
          <tr>
            <td colSpan={columns.length}>{empty}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}
