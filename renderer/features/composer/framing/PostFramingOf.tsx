import { ChevronDown } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesFor } from '../../../../shared/networks/in-channel.ts'
import type { FramingRule } from '../../../../shared/networks/network-capabilities.ts'
import { framingAsSent, type PostFraming } from '../../../../shared/posts/post-framing.ts'
import type { PostContent, PostTarget } from '../../../../shared/posts/post.ts'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { Popover } from '../../../components/Popover.tsx'
import type { ContentChange } from '../composer-changes.ts'
import { FramingForm } from './FramingForm.tsx'
import type { PlacesAsked } from './PlaceOfPost.tsx'
import { useFramingWords } from './use-framing-words.ts'
import styles from './PostFraming.module.css'

export interface PostFramingProps extends PlacesAsked {
  readonly content: PostContent
  readonly accounts: readonly Account[]
  /** The client's. */
  readonly timeZone: string
  readonly isEditable: boolean
  readonly onChange: (change: ContentChange) => void
}

/** How the post stands on each account whose network lets choose it (`FramingRule`); nothing where none does. */
export function PostFramingOf({ content, accounts, timeZone, isEditable, onChange, workspaceId, askedOf }: PostFramingProps): React.JSX.Element | null {
  const { t } = useTranslation('framing')
  const framed = content.targets.flatMap(({ accountId, framing, format }) => {
    const account = accounts.find(({ id }) => id === accountId)
    const rule = account === undefined ? undefined : ruleOf(account, { format, framing })
    // What is as usual and can no longer be changed need not be said.
    return account === undefined || rule === undefined || (!isEditable && framingAsSent(framing) === undefined) ? [] : [{ account, rule, framing: framing ?? {} }]
  })
  if (framed.length === 0) return null
  return (
    <section className={styles.framings} data-jump="framing" aria-label={t('title')}>
      {framed.map(({ account, rule, framing }) => (
        <div key={account.id} className={styles.row} data-account={account.id}>
          <span className={styles.account}>
            <NetworkIcon networkId={account.networkId} size={14} />
            <span className={styles.handle}>{account.handle}</span>
          </span>
          <FramingOfAccount workspaceId={workspaceId} askedOf={askedOf} account={account} rule={rule} framing={framing} timeZone={timeZone} isEditable={isEditable} onChange={(next) => onChange({ kind: 'set_framing', accountId: account.id, framing: next })} />
        </div>
      ))}
    </section>
  )
}

/** A story belongs to one account, and nobody else shares it; where a place goes with ordinary posts alone, others are not asked for one. */
function ruleOf(account: Account, { format, framing: chosen }: Pick<PostTarget, 'format' | 'framing'>): FramingRule | undefined {
  const { framing } = capabilitiesFor(account)
  if (framing?.collaborators !== undefined && format === 'story') return undefined
  return framing?.place?.value === 'without_films' && format !== undefined && chosen?.place === undefined ? undefined : framing
}

interface FramingProps extends PlacesAsked {
  readonly account: Account
  readonly rule: FramingRule
  readonly framing: PostFraming
  readonly timeZone: string
  readonly isEditable: boolean
  readonly onChange: (framing: PostFraming) => void
}

type NotChosen = 'notPassedOn' | 'noLanguage' | 'nobodyInvited' | 'noAttachedText' | 'noPlace' | 'noWarning'

/** What could be said and is not: nobody looks for it behind words that do not name it. */
function notChosenIn(rule: FramingRule, framing: PostFraming, isNothingChosen: boolean): readonly NotChosen[] {
  const { warning, attachedText, collaborators, place } = framingAsSent(framing) ?? {}
  return [
    // Of a network whose posts are all for everybody nothing else would stand there to be pressed.
    ...(!isNothingChosen ? [] : rule.passedOn !== undefined ? (['notPassedOn'] as const) : rule.language !== undefined ? (['noLanguage'] as const) : []),
    ...(rule.collaborators !== undefined && collaborators === undefined ? (['nobodyInvited'] as const) : []),
    ...(rule.attachedText !== undefined && attachedText === undefined ? (['noAttachedText'] as const) : []),
    ...(rule.place !== undefined && place === undefined ? (['noPlace'] as const) : []),
    ...(rule.warning !== undefined && warning === undefined ? (['noWarning'] as const) : [])
  ]
}

function FramingOfAccount({ account, rule, framing, timeZone, isEditable, onChange, ...places }: FramingProps): React.JSX.Element {
  const { t } = useTranslation('framing')
  // Beside the previews, which draw what is chosen here, and never over them.
  const [pane, setPane] = useState<Element | null>(null)
  const findPane = useCallback((button: Element | null) => setPane(button?.closest('[data-pane]') ?? null), [])
  const chosen = useFramingWords()(framing, rule)
  const words = isEditable ? [...chosen, ...notChosenIn(rule, framing, chosen.length === 0).map((name) => t(name))] : chosen
  if (!isEditable) return <span className={styles.words}>{words.join(' · ')}</span>
  return (
    <Popover
      within={pane}
      label={t('of', { handle: account.handle })}
      trigger={
        // Without the sign these words would be read as a remark, and an event or an offer not be found behind them.
        <Button ref={findPane} size="small" variant="quiet" className={styles.open} trailingIcon={ChevronDown} aria-label={t('change', { handle: account.handle, words: words.join(', ') })}>
          <span className={styles.words}>{words.join(' · ')}</span>
        </Button>
      }
    >
      <FramingForm {...places} rule={rule} unit={capabilitiesFor(account).text.unit} framing={framing} timeZone={timeZone} onChange={onChange} />
    </Popover>
  )
}
