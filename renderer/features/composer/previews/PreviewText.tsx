import { shortenAddress, splitPreviewText } from './split-preview-text.ts'
import { splitXText } from './split-x-text.ts'
import styles from './previews.module.css'

/** The post's text with links, mentions and hashtags in the network's manner. Nothing in it can be clicked: it is a picture of the post. */
export function PreviewText({ text, network }: { readonly text: string; readonly network: 'bluesky' | 'facebook' | 'mastodon' | 'telegram' | 'x' }): React.JSX.Element {
  return (
    <p className={styles.text}>
      {(network === 'x' ? splitXText(text) : splitPreviewText(text, network)).map((segment, index) =>
        segment.kind === 'text' ? segment.text : (
          // The segments have no identity of their own; they are made anew with each key.
          <span key={index} className={styles.link}>
            {segment.kind === 'link' ? shortenAddress(segment.text) : segment.text}
          </span>
        )
      )}
    </p>
  )
}
