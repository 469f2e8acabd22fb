import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { countChangedWords, diffWords, type DiffPiece } from '../../../../shared/text/diff-words.ts'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import { Button } from '../../../components/Button.tsx'
import changedWords from '../../../components/changed-words.module.css'
import { joinClassNames } from '../../../components/join-class-names.ts'
import { useUnhurried } from '../../../components/use-unhurried.ts'
import { ComparedPieces } from '../versions/ComparedPieces.tsx'
import styles from './OwnText.module.css'

export interface DifferenceProps {
  readonly base: RichDocument
  readonly own: RichDocument
  /** What the base text said before it changed; null: it did not. */
  readonly begunFrom: RichDocument | null
  /** The own text stays as it is; null where nothing can be changed. */
  readonly onKeep: (() => void) | null
}

/** The account's own text, marked where it differs from the common one; before it what became of that one meanwhile. */
export function Difference({ base, own, begunFrom, onKeep }: DifferenceProps): React.JSX.Element {
  const { t } = useTranslation('variants')
  // It is read, not written in: it follows when the hands rest.
  const [shownBase, shownOwn] = [useUnhurried(base), useUnhurried(own)]
  const pieces = usePieces(shownBase, shownOwn)
  return (
    <section className={joinClassNames(changedWords.words, styles.difference)} aria-label={t('differenceLabel')} tabIndex={0}>
      {begunFrom !== null && <BaseSince before={begunFrom} now={shownBase} onKeep={onKeep} />}
      <p className={styles.heading}>
        <strong>{t('compared')}</strong>
        <span role="status">{useSummary(pieces)}</span>
        <span>
          <del>{t('onlyBase')}</del> <ins>{t('onlyOwn')}</ins>
        </span>
      </p>
      <p className={styles.text}>
        <ComparedPieces pieces={pieces} />
      </p>
    </section>
  )
}

function BaseSince({ before, now, onKeep }: { readonly before: RichDocument; readonly now: RichDocument; readonly onKeep: (() => void) | null }): React.JSX.Element {
  const { t } = useTranslation('variants')
  const pieces = usePieces(before, now)
  return (
    <>
      <div className={styles.heading}>
        <strong>{t('since')}</strong>
        <span>{useSummary(pieces)}</span>
        {onKeep !== null && (
          <Button size="small" variant="quiet" onClick={onKeep}>
            {t('keep')}
          </Button>
        )}
      </div>
      <p className={styles.text}>
        <ComparedPieces pieces={pieces} />
      </p>
    </>
  )
}

function usePieces(before: RichDocument, after: RichDocument): readonly DiffPiece[] {
  return useMemo(() => diffWords(documentToText(before), documentToText(after)), [before, after])
}

function useSummary(pieces: readonly DiffPiece[]): string {
  const { t } = useTranslation('variants')
  const { added, removed } = countChangedWords(pieces)
  if (added + removed > 0) return t('words', { added, removed })
  return t(pieces.every(({ kind }) => kind === 'same') ? 'sameWords' : 'sameButSigns')
}
