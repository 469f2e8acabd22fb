import type { ReactNode } from 'react'
import styles from './Showcase.module.css'

/** One titled part of the showcase. */
export function Sample({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className={styles.sample} aria-label={title}>
      <header className={styles.caption}>
        <h2>{title}</h2>
        {note === undefined ? null : <p>{note}</p>}
      </header>
      <div className={styles.content}>{children}</div>
    </section>
  )
}

/** Samples side by side. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
