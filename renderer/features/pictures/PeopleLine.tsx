import { useTranslation } from 'react-i18next'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import { useFormats } from '../../language/use-formats.ts'

/** Who is named, each once; nothing where nobody is. */
export function PeopleLine({ people, className }: { readonly people: readonly PersonTag[]; readonly className: string | undefined }): React.JSX.Element | null {
  const { t } = useTranslation('pictures')
  const { locale } = useFormats()
  const names = [...new Set(people.map(({ name }) => `@${name}`))]
  return names.length === 0 ? null : <p className={className}>{t('people.line', { count: names.length, names: new Intl.ListFormat(locale).format(names) })}</p>
}
