import { useTranslation } from 'react-i18next'
import type { Account } from '../../shared/accounts/account.ts'
import type { UnfitPost } from '../../shared/contract/server-limits.contract.ts'
import { studio } from '../bridge/studio-client.ts'
import { useRequest } from '../bridge/use-request.ts'
import { shortName } from '../components/account-label.ts'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { useProblemText } from '../features/composer/use-problem-text.ts'
import { firstWords } from '../language/first-words.ts'
import { useFormats } from '../language/use-formats.ts'
import styles from './Banners.module.css'
import { navigate } from './route-store.ts'
import { useStudio } from './studio-store.ts'

/** The soonest; of the others how many they are. */
const mostTold = 3

/** Scheduled posts of the client on screen that a server takes no more since it changed its limits: until they are put right, or somebody has read it. */
export function UnfitBanner({ workspaceId }: { readonly workspaceId: string }) {
  const { t } = useTranslation('shell')
  const timeZone = useStudio((state) => state.workspaces.find(({ id }) => id === workspaceId)?.timeZone ?? 'UTC')
  const [found] = useRequest('serverLimits.listUnfit', { workspaceId }, ['serverLimits.changed', 'posts.changed', 'outbox.changed'])
  const [loaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  if (found.kind !== 'ready' || loaded.kind !== 'ready') return null
  const { posts } = found.value
  const postIds = [...new Set(posts.map(({ postId }) => postId))]
  const [first] = postIds
  if (first === undefined) return null
  const dismiss = (): void => void studio.request('serverLimits.dismissUnfit', { workspaceId, postIds: postIds.slice(0, 200) })
  const isOne = postIds.length === 1
  return (
    <Banner
      shape="strip"
      kind="warning"
      title={t('unfit.title', { count: postIds.length })}
      actions={
        <>
          {isOne && <SeeButton workspaceId={workspaceId} postId={first} label={t('unfit.see')} />}
          <Button size="small" variant="quiet" onClick={dismiss}>
            {t('banners.understood')}
          </Button>
        </>
      }
    >
      {posts.slice(0, mostTold).map((post) => (
        <UnfitLine key={`${post.postId} ${post.accountId}`} workspaceId={workspaceId} post={post} accounts={loaded.value.accounts} timeZone={timeZone} hasButton={!isOne} />
      ))}
      {posts.length > mostTold && <span className={styles.line}>{t('unfit.more', { count: posts.length - mostTold })}</span>}
      {t('unfit.text', { count: postIds.length })}
    </Banner>
  )
}

interface LineProps {
  readonly workspaceId: string
  readonly post: UnfitPost
  readonly accounts: readonly Account[]
  readonly timeZone: string
  readonly hasButton: boolean
}

function UnfitLine({ workspaceId, post: { postId, accountId, excerpt, dueAt, problems }, accounts, timeZone, hasButton }: LineProps) {
  const { t } = useTranslation('shell')
  const { dayAndTime } = useFormats()
  const describe = useProblemText(accounts, timeZone)
  const account = accounts.find(({ id }) => id === accountId)
  const why = [...new Set(problems.map((problem) => describe(problem)))].join(' · ')
  const what = firstWords(excerpt)
  return (
    <span className={styles.line}>
      {t('unfit.line', { what, account: account === undefined ? '—' : shortName(account), when: dayAndTime(dueAt, timeZone), why })}
      {hasButton && <SeeButton workspaceId={workspaceId} postId={postId} label={t('unfit.seeShort')} name={t('unfit.seeOne', { what })} />}
    </span>
  )
}

function SeeButton({ workspaceId, postId, label, name }: { readonly workspaceId: string; readonly postId: string; readonly label: string; readonly name?: string }) {
  return (
    <Button size="small" aria-label={name} onClick={() => navigate({ screen: 'compose', workspaceId, postId, at: null })}>
      {label}
    </Button>
  )
}
