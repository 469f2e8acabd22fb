import { useTranslation } from 'react-i18next'
import type { IdeaSource } from '../../../shared/ideas/idea.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { navigate } from '../../shell/route-store.ts'
import { openExternal } from '../../shell/studio-actions.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import styles from './Ideas.module.css'

/** Where a thought or a draft came from, with the ways there: who wrote, where, when, and what. */
export function SourceOfIdea({ workspaceId, source }: { readonly workspaceId: string; readonly source: IdeaSource }): React.JSX.Element {
  const { t } = useTranslation('ideas')
  if (source.kind === 'inbox') return <Message workspaceId={workspaceId} source={source} />
  return (
    <p className={styles.from}>
      {t('form.source')}{' '}
      <button type="button" onClick={() => void openExternal(source.url)}>
        {source.title}
      </button>
    </p>
  )
}

function Message({ workspaceId, source }: { readonly workspaceId: string; readonly source: Extract<IdeaSource, { kind: 'inbox' }> }): React.JSX.Element {
  const { t } = useTranslation('ideas')
  const formats = useFormats()
  const networks = useNetworkNames()
  const timeZone = useWorkspace(workspaceId)?.timeZone ?? 'Europe/Paris'
  const { author, handle, account, networkId, text, url, isPrivate, writtenAt, conversationId } = source
  const who = author === '' || author === handle ? handle : t('source.person', { author, handle })
  return (
    <div className={styles.from}>
      <p>{t(isPrivate ? 'source.fromPrivate' : 'source.from', { who, network: networks.inSentence(networkId), account, when: formats.dayAndTime(writtenAt, timeZone) })}</p>
      <blockquote>{text}</blockquote>
      <p className={styles.ways}>
        <button type="button" onClick={() => navigate({ screen: 'inbox', workspaceId, conversationId })}>
          {t('source.open')}
        </button>
        {url !== '' && (
          <button type="button" onClick={() => void openExternal(url)}>
            {t('source.onNetwork')}
          </button>
        )}
      </p>
      {isPrivate && <p>{t('source.privateText')}</p>}
    </div>
  )
}
