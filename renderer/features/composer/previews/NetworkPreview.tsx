import { memo, useMemo } from 'react'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../../shared/networks/network-id.ts'
import type { PostFormat } from '../../../../shared/posts/post-format.ts'
import { splitQuestion, type Poll } from '../../../../shared/posts/poll.ts'
import type { Quote } from '../../../../shared/posts/quote.ts'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { OutgoingDocumentProvider, OutgoingLinkProvider, OutgoingPollProvider, OutgoingQuoteProvider, OutgoingTextProvider, type OutgoingPoll } from './outgoing-text.ts'
import type { PreviewProps } from './preview-props.ts'
import { AssistedPreview } from './AssistedPreview.tsx'
import { BlueskyPreview } from './BlueskyPreview.tsx'
import { DailymotionPreview } from './DailymotionPreview.tsx'
import { DiscordPreview } from './DiscordPreview.tsx'
import { DiscoursePreview } from './DiscoursePreview.tsx'
import { FacebookPreview } from './FacebookPreview.tsx'
import { GoogleBusinessPreview } from './GoogleBusinessPreview.tsx'
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
import { UprightPreview } from './UprightPreview.tsx'
import { YoutubePreview } from './YoutubePreview.tsx'

export interface NetworkPreviewProps extends PreviewProps {
  readonly text: string
  readonly document: RichDocument
  readonly poll?: Poll | undefined
  readonly quote?: Quote | undefined
  /** Left out: an ordinary post. */
  readonly format?: PostFormat | undefined
}

/** A part of a post as its account's network shows it. */
export function NetworkPreview({ text, document, poll, quote, format, ...rest }: NetworkPreviewProps): React.JSX.Element {
  const { networkId } = rest.account
  const asked = useMemo(() => askedOf(networkId, document, poll), [networkId, document, poll])
  return (
    <OutgoingTextProvider value={asked?.question === undefined ? text : documentToText(asked.above)}>
      <OutgoingDocumentProvider value={asked?.above ?? document}>
        <OutgoingPollProvider value={asked?.outgoing ?? null}>
          <OutgoingQuoteProvider value={quote ?? null}>
            <OutgoingLinkProvider value={rest.beside?.link ?? null}>{format === undefined ? <Preview {...rest} /> : <OtherPreview {...rest} format={format} />}</OutgoingLinkProvider>
          </OutgoingQuoteProvider>
        </OutgoingPollProvider>
      </OutgoingDocumentProvider>
    </OutgoingTextProvider>
  )
}

function OtherPreview({ format, ...rest }: PreviewProps & { readonly format: PostFormat }): React.JSX.Element {
  return format === 'document' ? <LinkedinPreview {...rest} isDocument /> : <UprightPreview {...rest} format={format} />
}

/** Where the network sets the question apart, the words above it stand alone. */
function askedOf(networkId: NetworkId, document: RichDocument, poll: Poll | undefined): { readonly above: RichDocument; readonly question?: string; readonly outgoing: OutgoingPoll } | null {
  const { poll: rule } = capabilitiesOf(networkId)
  if (poll === undefined || typeof rule === 'string') return null
  if (rule.question === undefined) return { above: document, outgoing: { poll, question: null } }
  const { above, question } = splitQuestion(document)
  return { above, question, outgoing: { poll, question } }
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
    case 'google_business':
      return <GoogleBusinessPreview {...props} />
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
