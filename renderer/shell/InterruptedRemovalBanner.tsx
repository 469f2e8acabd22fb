import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldScope } from '../../shared/contract/studio.contract.ts'
import type { HeldBack } from '../../shared/outbox/hand-over.ts'
import type { InterruptedRemoval } from '../../shared/workspaces/client-removal.ts'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { useRequest } from '../bridge/use-request.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { useFormats } from '../language/use-formats.ts'
import { askToLift } from './hold-actions.ts'
import { RemoveClientDialog } from './screens.tsx'
import styles from './Banners.module.css'

interface InterruptedRemovalBannerProps {
  readonly client: Workspace
  readonly hold: HeldScope
  readonly removal: InterruptedRemoval
}

/** Posts named in it; of the others, how many. */
const mostNamed = 3

/** Somebody was removing this client when Vigie was cut off: what came of it, and the two ways on. Stands, and nothing leaves, until one is taken. */
export function InterruptedRemovalBanner({ client, hold, removal }: InterruptedRemovalBannerProps): React.JSX.Element {
  const { t } = useTranslation('shell')
  const { dayAndTime } = useFormats()
  const [isAsking, setAsking] = useState(false)
  const [loaded] = useRequest('handOver.readHeld', { workspaceId: client.id }, ['outbox.changed', 'posts.changed'])
  const posts = loaded.kind === 'ready' ? loaded.value.posts : []
  const lines = [
    t('interrupted.text', { when: dayAndTime(removal.at, client.timeZone) }),
    ...calledBack(posts.filter(({ isBack }) => isBack), 'interrupted.back'),
    ...calledBack(posts.filter(({ isBack }) => !isBack), 'interrupted.comingBack'),
    ...(removal.areKeysGone ? [t('interrupted.keysGone')] : [])
  ]

  function calledBack(some: readonly HeldBack[], key: 'interrupted.back' | 'interrupted.comingBack'): readonly string[] {
    if (some.length === 0) return []
    const named = some.slice(0, mostNamed).map(({ excerpt, dueAt }) => t('interrupted.post', { excerpt, when: dayAndTime(dueAt, client.timeZone) }))
    const more = some.length - named.length
    return [t(key, { count: some.length, posts: [...named, ...(more > 0 ? [t('interrupted.more', { count: more })] : [])].join(' · ') })]
  }

  return (
    <>
      <Banner
        shape="strip"
        kind="danger"
        title={t('interrupted.title', { client: client.name })}
        actions={
          <>
            <Button size="small" onClick={() => askToLift(hold)}>
              {t('interrupted.keep')}
            </Button>
            <Button size="small" onClick={() => setAsking(true)}>
              {t('interrupted.remove')}
            </Button>
          </>
        }
      >
        {lines.map((line) => (
          <span key={line} className={styles.line}>
            {line}
          </span>
        ))}
      </Banner>
      <Suspense>{isAsking && <RemoveClientDialog workspace={client} onClose={() => setAsking(false)} />}</Suspense>
    </>
  )
}
