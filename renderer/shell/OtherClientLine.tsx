import { useTranslation } from 'react-i18next'
import styles from './OtherClientLine.module.css'
import { useWorkspace } from './studio-store.ts'

export interface OtherClientLineProps {
  readonly workspaceId: string
  /** The name of the client published as last. */
  readonly last: string
}

/** Whose turn it is, in that client's colour, where something is about to go out as another client than the last time. */
export function OtherClientLine({ workspaceId, last }: OtherClientLineProps): React.JSX.Element {
  const { t } = useTranslation('shell')
  const client = useWorkspace(workspaceId)
  return (
    <strong className={styles.line} data-client={client?.colour}>
      {t('otherClient', { client: client?.name ?? '—', last })}
    </strong>
  )
}
