import { useTranslation } from 'react-i18next'
import { diffWords } from '../../../shared/text/diff-words.ts'
import changedWords from '../../components/changed-words.module.css'
import { joinClassNames } from '../../components/join-class-names.ts'
import styles from './EditDialog.module.css'

export interface ChangedWordsProps {
  readonly before: string
  readonly after: string
}

/** Before and after in one text: what goes is struck through, what comes is underlined. */
export function ChangedWords({ before, after }: ChangedWordsProps): React.JSX.Element {
  const { t } = useTranslation('published')
  return (
    <div className={joinClassNames(changedWords.words, styles.compared)}>
      <p className={styles.remark}>
        {t('edit.legend')} <del>{t('edit.goes')}</del> <ins>{t('edit.comes')}</ins>
      </p>
      <p className={styles.text} tabIndex={0}>
        {diffWords(before, after).map(({ kind, text }, index) => {
          if (kind === 'same') return <span key={index}>{text}</span>
          const Mark = kind === 'removed' ? 'del' : 'ins'
          return <Mark key={index}>{text}</Mark>
        })}
      </p>
    </div>
  )
}
