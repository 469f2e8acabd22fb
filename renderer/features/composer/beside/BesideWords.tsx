import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { mediaAddress } from '../../../../shared/media/media-item.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { placeNow, usePlace } from './beside-store.ts'
import type { BesideText } from './beside-texts.ts'
import { BesideBlock } from './BesideBlock.tsx'
import { insertBelow, wordsOfBlock } from './insert-from-beside.ts'
import styles from './Beside.module.css'

interface BesideWordsProps {
  readonly workspaceId: string
  readonly text: BesideText
  /** No other text stands there: it needs no name. */
  readonly isAlone: boolean
  readonly account: Account | undefined
}

/** One of the texts at the side, with its pictures. */
export function BesideWords({ workspaceId, text, isAlone, account }: BesideWordsProps): React.JSX.Element {
  const { t } = useTranslation('beside')
  const canInsert = usePlace() !== null
  const insert = useCallback((block: Element) => {
    const editor = placeNow()
    if (editor !== null) insertBelow(editor, wordsOfBlock(block))
  }, [])
  return (
    <div className={styles.text}>
      {!isAlone && (
        <p className={styles.name} data-tool>
          {text.part !== null && <span>{t('part', { number: text.part })}</span>}
          {text.isComment && <span>{t('comment')}</span>}
          {text.accountId === null && text.part === null && !text.isComment && <span>{t('common')}</span>}
          {account !== undefined && <NetworkIcon networkId={account.networkId} size={14} />}
          {account !== undefined && <AccountName displayName={account.displayName} handle={account.handle} />}
        </p>
      )}
      {text.blocks.map((node, place) => (
        // A block has no name of its own but its place.
        <BesideBlock key={place} node={node} onInsert={canInsert ? insert : undefined} />
      ))}
      {text.media.length > 0 && (
        <ul className={styles.media} data-tool>
          {text.media.map(({ mediaId, altText }) => (
            <li key={mediaId}>
              <img src={mediaAddress(workspaceId, mediaId, 'small')} alt={altText.trim() === '' ? t('noAlt') : altText} loading="lazy" decoding="async" />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
