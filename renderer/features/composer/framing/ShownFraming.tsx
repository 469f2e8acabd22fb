import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../../shared/networks/network-id.ts'
import type { PostFraming } from '../../../../shared/posts/post-framing.ts'
import { useFramingWords } from './use-framing-words.ts'
import styles from './PostFraming.module.css'

/** How a post stands on its network, in words: who sees it or may answer, its language, topic and warning; and the whole of a long text, which people agree to. */
export function ShownFraming({ framing, networkId }: { readonly framing: PostFraming; readonly networkId: NetworkId }): React.JSX.Element {
  const { t } = useTranslation('framing')
  return (
    <>
      <ul>
        {useFramingWords()(framing, capabilitiesOf(networkId).framing).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {framing.attachedText !== undefined && (
        <section aria-label={t('attachedWhole')} className={styles.attached} data-attached-text="">
          {framing.attachedText}
        </section>
      )}
    </>
  )
}
