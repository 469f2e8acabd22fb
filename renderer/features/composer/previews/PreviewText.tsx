import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { foldAt } from './fold-text.ts'
import { Mark, Marked } from './Marked.tsx'
import { useFold } from './preview-setting.ts'
import { shortenAddress, splitPreviewText, type PreviewSegment } from './split-preview-text.ts'
import { splitXText } from './split-x-text.ts'
import previews from './previews.module.css'

export type TextOf = 'bluesky' | 'dailymotion' | 'facebook' | 'instagram' | 'linkedin' | 'mastodon' | 'telegram' | 'threads' | 'tiktok' | 'x' | 'youtube' | 'plain'

/**
 * The post's text with links, mentions and hashtags in the network's manner, folded where it folds: what only shows behind “See more” stands below the
 * fold. Nothing in it can be clicked: it is a picture of the post.
 */
export function PreviewText({ text, network }: { readonly text: string; readonly network: TextOf }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const { shown, rest } = foldAt(text, useFold())
  if (text === '') return null
  if (rest === '') return <Marked element="text"><p className={previews.text}><Segments text={text} network={network} /></p></Marked>
  return (
    <Marked element="text">
      <p className={previews.text}>
        <Segments text={shown} network={network} />
        <strong className={previews.more}> … {t('preview.seeMore')}</strong>
      </p>
      <div className={previews.rest}>
        <Mark element="fold" />
        <p className={previews.text}><Segments text={rest} network={network} /></p>
      </div>
    </Marked>
  )
}

interface SegmentsProps {
  readonly text: string
  readonly network: TextOf
}

/** Nothing that a network makes of a text goes over the end of a line: lines that a key did not touch stay as they are. */
function Segments({ text, network }: SegmentsProps): React.JSX.Element {
  return (
    <>
      {text.split('\n').map((line, place) => (
        // A line has no name of its own but its place.
        <Line key={place} text={place === 0 ? line : `\n${line}`} network={network} />
      ))}
    </>
  )
}

// Measured (npm run bench): ten previews of 5,000 characters took most of the time of a key.
const Line = memo(function Line({ text, network }: SegmentsProps): React.JSX.Element {
  return (
    <>
      {segmentsOf(text, network).map((segment, index) =>
        segment.kind === 'text' ? segment.text : (
          // The segments have no identity of their own; they are made anew with each key.
          <span key={index} className={previews.link}>
            {segment.kind === 'link' ? shortenAddress(segment.text) : segment.text}
          </span>
        )
      )}
    </>
  )
})

function segmentsOf(text: string, network: TextOf): readonly PreviewSegment[] {
  switch (network) {
    case 'plain':
      return [{ kind: 'text', text }]
    case 'x':
      return splitXText(text)
    case 'bluesky':
    case 'dailymotion':
    case 'facebook':
    case 'linkedin':
    case 'instagram':
    case 'threads':
    case 'mastodon':
    case 'telegram':
    case 'tiktok':
    case 'youtube':
      return splitPreviewText(text, network)
  }
}
