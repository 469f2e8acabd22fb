import { useTranslation } from 'react-i18next'
import type { PostVersion } from '../../../../shared/posts/post-version.ts'
import { ListRow } from '../../../components/ListRow.tsx'
import type { VirtualListOption } from '../../../components/VirtualList.tsx'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import { useFormats } from '../../../language/use-formats.ts'

export interface VersionRowProps {
  readonly version: PostVersion
  readonly when: string
  readonly option: VirtualListOption
}

/** When it was, why it was kept, and what differs from the version before. */
export function VersionRow({ version: { reason, change }, when, option }: VersionRowProps): React.JSX.Element {
  const { t } = useTranslation('versions')
  const formats = useFormats()
  const others = change?.others.map((other) => t(`other.${other}`)) ?? []
  return <ListRow {...option} title={when} meta={change === null ? t('first') : <Words added={change.added} removed={change.removed} />} detail={t(`reason.${reason}`)} aside={others.length === 0 ? undefined : formats.list(others)} />
}

function Words({ added, removed }: { readonly added: number; readonly removed: number }): React.JSX.Element | null {
  const { t } = useTranslation('versions')
  const formats = useFormats()
  if (added + removed === 0) return <>{t('sameWords')}</>
  return (
    <>
      <span aria-hidden>{`+${formats.number(added)} −${formats.number(removed)}`}</span>
      <VisuallyHidden>{t('words', { added, removed })}</VisuallyHidden>
    </>
  )
}
