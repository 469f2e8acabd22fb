import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { reachOfAccounts } from '../../../../shared/accounts/reach-of-accounts.ts'
import { isByHand } from '../../../../shared/networks/is-by-hand.ts'
import { promisedUntil } from '../../../../shared/schedule/promised-until.ts'
import { useNow } from '../../../shell/use-now.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { Badge } from '../../../components/Badge.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { AlsoAt } from '../../../shell/AlsoAt.tsx'
import { OtherClientLine } from '../../../shell/OtherClientLine.tsx'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import { useStudio, useWorkspace } from '../../../shell/studio-store.ts'
import type { PostCosts } from '../../costs/use-post-cost.ts'
import { isAllByHand } from './ByHandLine.tsx'
import styles from './SendQuestion.module.css'

/** What there is to ask before something is sent or scheduled; all of it in one dialog. */
export interface SendQuestionFacts {
  readonly how: 'now' | 'at'
  /** The last one published as, when it was another client. */
  readonly lastClient: string | null
  /** The accounts to which the same text goes within a day. */
  readonly repeatOn: readonly string[]
}

export interface SendQuestionProps {
  readonly workspaceId: string
  /** null: nothing is asked. */
  readonly question: SendQuestionFacts | null
  readonly accounts: readonly Account[]
  /** What it costs; null: nothing. */
  readonly cost: PostCosts | null
  /** The chosen time in words. */
  readonly when: string
  readonly onClose: () => void
  readonly onConfirm: (question: SendQuestionFacts) => void
}

const laterWords = { online: 'atOnce', offline: 'offlineText', working_offline: 'workingOffline' } as const

/** Names the client, by name and colour, and the very accounts; then whatever deserves a second look. */
export function SendQuestion({ workspaceId, question, accounts, cost, when, onClose, onConfirm }: SendQuestionProps): React.JSX.Element {
  const { t } = useTranslation(['composer', 'costs'])
  const formats = useFormats()
  const repeatOn = (question?.repeatOn ?? []).map((id) => handleOf(accounts, id))
  const isRepeat = repeatOn.length > 0
  const client = useWorkspace(workspaceId)
  const words = useQuestionWords({ workspaceId, accounts, when, client: client?.name ?? '', isNow: question?.how !== 'at' })
  const limit = useLimit(workspaceId, accounts)
  return (
    <ConfirmDialog
      open={question !== null}
      onOpenChange={onClose}
      cautious={isRepeat}
      title={words.title}
      text={
        <span className={styles.question}>
          {question !== null && question.lastClient !== null && <OtherClientLine workspaceId={workspaceId} last={question.lastClient} />}
          <span>{words.sentence}</span>
          <span className={styles.accounts}>
            {accounts.map(({ id, networkId, displayName, handle, alsoAt }) => (
              <span key={id}>
                <NetworkIcon networkId={networkId} size={14} />
                <AccountName displayName={displayName} handle={handle} />
                {isByHand(networkId) && <Badge>{t('byHand.mark')}</Badge>}
                <AlsoAt ids={alsoAt} />
              </span>
            ))}
          </span>
          {question?.how === 'now' && limit !== null && <span>{limit}</span>}
          {cost !== null && <span>{t('costs:question', { amount: formats.dollars(cost.mills), network: cost.networks })}</span>}
          {isRepeat && <strong>{t('ask.repeat', { count: repeatOn.length, accounts: formats.list(repeatOn) })}</strong>}
        </span>
      }
      confirmLabel={isRepeat ? t(question?.how === 'now' ? 'ask.publishAnyway' : 'ask.scheduleAnyway') : words.confirm}
      onConfirm={() => question !== null && onConfirm(question)}
    />
  )
}

function handleOf(accounts: readonly Account[], accountId: string): string {
  const account = accounts.find(({ id }) => id === accountId)
  return account === undefined ? '—' : accountLabel(account)
}

interface QuestionWords {
  readonly title: string
  readonly sentence: string
  readonly confirm: string
}

/** Up to when it leaves by itself once there is a connection; null: it need not wait for one. */
function useLimit(workspaceId: string, accounts: readonly Account[]): string | null {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const now = useNow()
  const connection = useStudio((state) => state.connectivity.state)
  const isOnHold = useKeptBy(workspaceId) === 'hold'
  const timeZone = useWorkspace(workspaceId)?.timeZone ?? 'UTC'
  if (isOnHold || reachOfAccounts(connection, accounts) === 'all') return null
  return t('confirmNow.limit', { when: formats.moment(promisedUntil(now, timeZone), now, timeZone) })
}

/** Where only the person publishes, nothing goes out: what is asked is whether to get their card ready. */
function useQuestionWords({ workspaceId, accounts, when, client, isNow }: { readonly workspaceId: string; readonly accounts: readonly Account[]; readonly when: string; readonly client: string; readonly isNow: boolean }): QuestionWords {
  const { t } = useTranslation('composer')
  const connection = useStudio((state) => state.connectivity.state)
  const reach = reachOfAccounts(connection, accounts)
  const isOnHold = useKeptBy(workspaceId) === 'hold'
  const seconds = useWorkspace(workspaceId)?.safety.undoSeconds ?? 0
  const count = accounts.length
  if (isAllByHand(accounts)) {
    return isNow
      ? { title: t('byHand.questionTitle', { client }), sentence: t('byHand.question'), confirm: t('byHand.confirm') }
      : { title: t('confirmAt.title', { client }), sentence: t('byHand.questionAt', { when }), confirm: t('byHand.schedule') }
  }
  if (!isNow) return { title: t('confirmAt.title', { client }), sentence: t('confirmAt.text', { count, when }), confirm: t('schedule.schedule') }
  if (isOnHold) return { title: t('confirmNow.onHoldTitle', { client }), sentence: t('confirmNow.onHold'), confirm: t('schedule.nowOnHold') }
  const nowWord = reach === 'all' ? 'atOnce' : reach === 'some' ? 'partly' : laterWords[connection]
  const sentence = reach === 'all' && seconds > 0 ? t('confirmNow.afterUndo', { count, seconds }) : t(`confirmNow.${nowWord}`, { count })
  return reach === 'none' ? { title: t('confirmNow.laterTitle', { client }), sentence, confirm: t('schedule.nowOffline') } : { title: t('confirmNow.title', { client }), sentence, confirm: t('confirmNow.confirm') }
}
