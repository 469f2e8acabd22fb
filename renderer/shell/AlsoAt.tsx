import { useTranslation } from 'react-i18next'
import { Badge } from '../components/Badge.tsx'
import { useFormats } from '../language/use-formats.ts'
import { useClientNames } from './studio-store.ts'

/** Beside an account that other clients have connected too: whose it is as well. Nothing, where it is this client's alone. */
export function AlsoAt({ ids }: { readonly ids: readonly string[] | undefined }): React.JSX.Element | null {
  const { t } = useTranslation('shell')
  const formats = useFormats()
  const names = useClientNames(ids ?? [])
  return names.length === 0 ? null : <Badge tone="warning">{t('alsoAt', { clients: formats.list(names) })}</Badge>
}
