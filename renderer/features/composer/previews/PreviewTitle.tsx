import { useTranslation } from 'react-i18next'
import previews from './previews.module.css'

/** The post's title, or a word to whoever writes that there is none yet: nobody else sees that one. */
export function PreviewTitle({ title }: { readonly title: string }): React.JSX.Element {
  const { t } = useTranslation('composer')
  if (title.trim() !== '') return <>{title}</>
  return (
    <span className={previews.missing} data-for-writer="">
      {t('preview.untitled')}
    </span>
  )
}
