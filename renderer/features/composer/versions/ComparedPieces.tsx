import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiffPiece } from '../../../../shared/text/diff-words.ts'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import styles from './Versions.module.css'

/** One text from another, word by word. The look of what differs comes from `changed-words.module.css` on what stands around it. */
export function ComparedPieces({ pieces }: { readonly pieces: readonly DiffPiece[] }): React.JSX.Element {
  const { t } = useTranslation('versions')
  if (pieces.length === 0) return <span className={styles.remark}>{t('noText')}</span>
  return (
    <>
      {pieces.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={index}>
            <WithBreaks text={text} />
          </Mark>
        )
      })}
    </>
  )
}

/** A line break alone is nothing that could be struck through or underlined: its sign is. */
function WithBreaks({ text }: { readonly text: string }): React.JSX.Element {
  const { t } = useTranslation('versions')
  return (
    <>
      {text.split('\n').map((line, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <>
              <span aria-hidden="true">↵</span>
              <VisuallyHidden>{t('lineBreak')}</VisuallyHidden>
              {'\n'}
            </>
          )}
          {line}
        </Fragment>
      ))}
    </>
  )
}
