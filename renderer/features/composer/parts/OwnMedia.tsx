import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { mediaOwner, type ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { useNameInHand } from '../variants/use-network-name.ts'
import { useGivingUp } from '../variants/use-giving-up.ts'
import styles from './MediaStrip.module.css'

export interface OwnMediaProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly state: ReadyState
}

/** Whose pictures stand below, while the text of one account is in the editor: the post's, or its own. */
export function OwnMedia({ workspaceId, store, state }: OwnMediaProps): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const { editing: accountId, part } = state
  const giving = useGivingUp()
  const handle = useNameInHand(state)
  if (accountId === null || handle === null || state.post.content.moreParts?.[part - 1]?.isComment === true) return null
  const isOwn = mediaOwner(state) !== undefined
  return (
    <div className={styles.own}>
      <span>{isOwn ? t('media.own.own', { handle }) : t('media.own.common')}</span>
      <Button size="small" variant="quiet" onClick={() => (isOwn ? giving.up({ workspaceId, store, accountId, name: handle, thing: 'media' }) : giving.begin(store, { kind: 'start_own_media', accountId }))}>
        {isOwn ? t('media.own.follow') : t('media.own.start')}
      </Button>
    </div>
  )
}
