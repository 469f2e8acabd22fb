import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { framingAsSent } from '../../../../shared/posts/post-framing.ts'
import { diffWords } from '../../../../shared/text/diff-words.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'
import { ComparedPieces } from './ComparedPieces.tsx'
import { useFramingWords } from '../framing/use-framing-words.ts'
import styles from './Versions.module.css'

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
        <Fragment key={id}>
          <p>{t('framings', { name: accounts.find((account) => account.id === id)?.handle ?? t('goneAccount'), before: say(version, id), after: say(present, id) })}</p>
          {attachedIn(version, id) !== attachedIn(present, id) && (
            <p className={styles.text} aria-label={ofFraming('attachedWhole')}>
              <ComparedPieces pieces={diffWords(attachedIn(version, id), attachedIn(present, id))} />
            </p>
          )}
        </Fragment>
      ))}
    </>
  )
}

function attachedIn({ targets }: PostContent, id: string): string {
  return targets.find(({ accountId }) => accountId === id)?.framing?.attachedText ?? ''
}
