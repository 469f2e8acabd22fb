import { memo } from 'react'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import { OutgoingDocumentProvider, OutgoingTextProvider } from './outgoing-text.ts'
import type { PreviewProps } from './preview-props.ts'
import { AssistedPreview } from './AssistedPreview.tsx'
import { BlueskyPreview } from './BlueskyPreview.tsx'
import { DailymotionPreview } from './DailymotionPreview.tsx'
import { DiscordPreview } from './DiscordPreview.tsx'
import { DiscoursePreview } from './DiscoursePreview.tsx'
import { FacebookPreview } from './FacebookPreview.tsx'
import { InstagramPreview } from './InstagramPreview.tsx'
import { LinkedinPreview } from './LinkedinPreview.tsx'
import { MastodonPreview } from './MastodonPreview.tsx'
import { PinterestPreview } from './PinterestPreview.tsx'
import { RedditPreview } from './RedditPreview.tsx'
import { TelegramPreview } from './TelegramPreview.tsx'
import { ThreadsPreview } from './ThreadsPreview.tsx'
import { TiktokPreview } from './TiktokPreview.tsx'
import { WordpressPreview } from './WordpressPreview.tsx'
import { XPreview } from './XPreview.tsx'
import { YoutubePreview } from './YoutubePreview.tsx'

export interface NetworkPreviewProps extends PreviewProps {
  readonly text: string
  readonly document: RichDocument
}

/** A part of a post as its account's network shows it. */
export function NetworkPreview({ text, document, ...rest }: NetworkPreviewProps): React.JSX.Element {
  return (
    <OutgoingTextProvider value={text}>
      <OutgoingDocumentProvider value={document}>
        <Preview {...rest} />
      </OutgoingDocumentProvider>
    </OutgoingTextProvider>
  )
}

const Preview = memo(function Preview(props: PreviewProps): React.JSX.Element {
  switch (props.account.networkId) {
    case 'assisted':
      return <AssistedPreview {...props} />
    case 'bluesky':
      return <BlueskyPreview {...props} />
    case 'wordpress':
      return <WordpressPreview {...props} />
    case 'discourse':
      return <DiscoursePreview {...props} />
    case 'discord':
      return <DiscordPreview {...props} />
    case 'facebook':
      return <FacebookPreview {...props} />
    case 'linkedin':
    case 'linkedin_page':
      return <LinkedinPreview {...props} />
    case 'instagram':
      return <InstagramPreview {...props} />
    case 'threads':
      return <ThreadsPreview {...props} />
    case 'reddit':
      return <RedditPreview {...props} />
    case 'pinterest':
      return <PinterestPreview {...props} />
    case 'telegram':
      return <TelegramPreview {...props} />
    case 'tiktok':
      return <TiktokPreview {...props} />
    case 'x':
      return <XPreview {...props} />
    case 'dailymotion':
      return <DailymotionPreview {...props} />
    case 'youtube':
      return <YoutubePreview {...props} />
    case 'mastodon':
    case 'practice':
      return <MastodonPreview {...props} />
  }
})
