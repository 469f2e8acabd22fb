import { MessageCircle, Rss } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { IdeaSource } from '../../../shared/ideas/idea.ts'
import { smallIconProps } from '../../components/icon.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import styles from './Ideas.module.css'

/** Where a thought came from, in one line. */
export function IdeaSourceLine({ source }: { readonly source: IdeaSource }): React.JSX.Element {
  const { t } = useTranslation('ideas')
  const networks = useNetworkNames()
  const Drawing = source.kind === 'watch' ? Rss : MessageCircle
  return (
    <span className={styles.source}>
      <Drawing {...smallIconProps} />
      <span>{source.kind === 'watch' ? source.title : t(source.isPrivate ? 'source.private' : 'source.public', { author: source.author, network: networks.inSentence(source.networkId) })}</span>
    </span>
  )
}
