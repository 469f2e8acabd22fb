import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { foldAt } from './fold-text.ts'
import { Mark, Marked } from './Marked.tsx'
import { useOutgoingText } from './outgoing-text.ts'
import { linesOf } from './lines-of.ts'
import { useFold } from './preview-setting.ts'
import { shortenAddress, splitPreviewText, type PreviewSegment } from './split-preview-text.ts'
import { splitXText } from './split-x-text.ts'
import previews from './previews.module.css'

export type TextOf = 'bluesky' | 'dailymotion' | 'facebook' | 'instagram' | 'linkedin' | 'mastodon' | 'telegram' | 'threads' | 'tiktok' | 'x' | 'youtube' | 'plain'

/**
 * The post's text with links, mentions and hashtags in the network's manner, folded where it folds: what only shows behind “See more” stands below the
 * fold. Nothing in it can be clicked: it is a picture of the post.
 */
export function PreviewText({ network }: { readonly network: TextOf }): React.JSX.Element | null {
  const { t } = useTranslation('composer')
  const text = useOutgoingText()
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

/** What is only there beside words. */
export function WithText({ children }: { readonly children: ReactNode }): ReactNode {
  return useOutgoingText() === '' ? null : children
}

/** Their programs take an address' beginning away and cut its end; the others show it as it was typed. */
const shortening: ReadonlySet<TextOf> = new Set<TextOf>(['bluesky', 'mastodon', 'threads', 'x'])

interface SegmentsProps {
  readonly text: string
  readonly network: TextOf
}

/**
 * Nothing that a network makes of a text goes over the end of a line: lines that a key did not touch stay as they are, and since each is a box of its own,
 * the page need not break them into rows again. The last one is none, so that words may follow it.
 */
function Segments({ text, network }: SegmentsProps): React.JSX.Element {
  const groups = inGroups(linesOf(text))
  return (
    <>
      {groups.map((group, place) => (
        // Neither has a name of its own but its place.
        <Lines key={place} text={group} network={network} isLast={place === groups.length - 1} />
      ))}
    </>
  )
}

/** Lines are handed on by so many: a key has a look at each group, and only in one of them at each line; groups out of sight are not laid out. */
const linesInGroup = 8

function inGroups(lines: readonly string[]): readonly string[] {
  return Array.from({ length: Math.ceil(lines.length / linesInGroup) }, (_, place) => lines.slice(place * linesInGroup, (place + 1) * linesInGroup).join(''))
}

interface LinesProps extends SegmentsProps {
  /** At the end of the text. */
  readonly isLast: boolean
}

const Lines = memo(function Lines({ text, network, isLast }: LinesProps): React.JSX.Element {
  const lines = linesOf(text)
  const drawn = lines.map((line, place) => <Line key={place} text={line} network={network} isLast={isLast && place === lines.length - 1} />)
  return isLast ? <>{drawn}</> : <span className={previews.lines}>{drawn}</span>
})

// Measured (npm run bench): ten previews of 5,000 characters took most of the time of a key.
const Line = memo(function Line({ text, network, isLast }: LinesProps): ReactNode {
  const inside = <Words text={text} network={network} />
  return isLast ? inside : <span className={previews.line}>{inside}</span>
})

function Words({ text, network }: SegmentsProps): React.JSX.Element {
  return (
    <>
      {segmentsOf(text, network).map((segment, index) =>
        segment.kind === 'text' ? segment.text : (
          // The segments have no identity of their own; they are made anew with each key.
          <span key={index} className={previews.link}>
            {segment.kind === 'link' && shortening.has(network) ? shortenAddress(segment.text) : segment.text}
          </span>
        )
      )}
    </>
  )
}

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
