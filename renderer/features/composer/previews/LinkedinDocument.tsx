import { ChevronLeft, ChevronRight, Maximize } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Marked } from './Marked.tsx'
import { PreviewTitle } from './PreviewTitle.tsx'
import type { PreviewImage, PreviewProps } from './preview-props.ts'
import styles from './LinkedinDocument.module.css'

/** Taller ones are shown smaller, so that the whole page is seen. */
const tallest = 0.7
const widest = 2

/** Pages that are leafed through, all in the frame of the first one, with the title above them. */
export function LinkedinDocument({ title, images }: Pick<PreviewProps, 'title' | 'images'>): React.JSX.Element {
  const { t } = useTranslation('formats')
  const pages = images.filter(({ film }) => film === undefined)
  return (
    <Marked element="document">
      <div className={styles.document}>
        <p className={styles.title}>
          <strong>
            <PreviewTitle title={title} />
          </strong>
          <span>{t('pages', { count: pages.length })}</span>
        </p>
        {pages.length === 0 ? <p className={styles.none} data-for-writer="">{t('noPages')}</p> : <Pages pages={pages} />}
      </div>
    </Marked>
  )
}

function Pages({ pages }: { readonly pages: readonly PreviewImage[] }): React.JSX.Element {
  const { t } = useTranslation('formats')
  const strip = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(0)
  const leaf = (by: 1 | -1): void => strip.current?.scrollTo({ left: (shown + by) * strip.current.clientWidth })
  const { width = 1, height = 1 } = pages[0] ?? {}
  return (
    <div className={styles.frame}>
      <div
        ref={strip}
        className={styles.strip}
        tabIndex={0}
        role="group"
        aria-label={t('leafThrough')}
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) => setShown(Math.round(scrollLeft / Math.max(1, clientWidth)))}
      >
        {pages.map(({ mediaId, address, altText }, place) => (
          // The same picture may be two of the pages.
          <figure key={`${mediaId} ${String(place)}`} className={styles.page} style={{ aspectRatio: String(Math.max(tallest, Math.min(widest, width / height))) }}>
            <img src={address} alt={altText} draggable={false} />
            <figcaption className={styles.number}>
              {t('page', { number: place + 1, count: pages.length })}
              <Maximize aria-hidden="true" />
            </figcaption>
          </figure>
        ))}
      </div>
      {shown > 0 && (
        <button type="button" className={styles.before} aria-label={t('pageBefore')} data-for-writer="" onClick={() => leaf(-1)}>
          <ChevronLeft aria-hidden="true" />
        </button>
      )}
      {shown < pages.length - 1 && (
        <button type="button" className={styles.next} aria-label={t('pageNext')} data-for-writer="" onClick={() => leaf(1)}>
          <ChevronRight aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
