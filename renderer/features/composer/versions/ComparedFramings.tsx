import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { framingAsSent } from '../../../../shared/posts/post-framing.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { useFramingWords } from '../framing/use-framing-words.ts'

export interface ComparedFramingsProps {
  /** On which it differs. */
  readonly accountIds: readonly string[]
  readonly version: PostContent
  readonly present: PostContent
  readonly accounts: readonly Account[]
}

/** How the post stood there (who saw it or could answer, its language, topic and warning), and what of it is so now. */
export function ComparedFramings({ accountIds, version, present, accounts }: ComparedFramingsProps): React.JSX.Element {
  const { t } = useTranslation('versions')
  const { t: ofFraming } = useTranslation('framing')
  const wordsOf = useFramingWords()
  const say = ({ targets }: PostContent, id: string): string => {
    const framing = targets.find(({ accountId }) => accountId === id)?.framing ?? {}
    const networkId = accounts.find((account) => account.id === id)?.networkId
    const rule = networkId === undefined ? undefined : capabilitiesOf(networkId).framing
    return [...wordsOf(framing, rule), ...(rule?.warning !== undefined && framingAsSent(framing)?.warning === undefined ? [ofFraming('noWarning')] : [])].join(' · ')
  }
  return (
    <>
      {accountIds.map((id) => (
        <p key={id}>{t('framings', { name: accounts.find((account) => account.id === id)?.handle ?? t('goneAccount'), before: say(version, id), after: say(present, id) })}</p>
      ))}
    </>
  )
}
