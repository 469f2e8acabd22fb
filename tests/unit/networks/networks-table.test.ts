import { describe, expect, it } from 'vitest'
import { blueskyCapabilities } from '../../../shared/networks/bluesky-capabilities.ts'
import { assistedNetworks } from '../../../shared/networks/assisted-networks.ts'
import { closedNetworks } from '../../../shared/networks/closed-networks.ts'
import { googleBusinessCapabilities } from '../../../shared/networks/google-business-capabilities.ts'
import { wordpressCapabilities } from '../../../shared/networks/wordpress-capabilities.ts'
import { asMarkdown, asText, networkLines, tableHeading, tableRows } from '../../networks/networks-table.ts'

describe('the table of networks', () => {
  const assisted = [{ ...assistedNetworks[0]!, name: 'Bluesky' }]
  const served = [blueskyCapabilities, wordpressCapabilities]

  it('names each network once, served or closed, with what it was verified by', () => {
    expect(networkLines(served, assisted, closedNetworks)).toMatchObject([
      { id: 'bluesky', name: 'Bluesky', service: 'api', verifiedBy: 'real' },
      { id: 'wordpress', name: 'WordPress', service: 'api', verifiedBy: 'real' },
      { id: 'snapchat', name: 'Bluesky (by hand)', service: 'assisted', verifiedBy: 'fake', why: 'invited_only', share: null },
      { id: 'googleplus', name: 'Google+', service: 'closed', verifiedBy: 'fake', since: '2019-04-02' },
      { id: 'viadeo', name: 'Viadeo', service: 'closed', verifiedBy: 'fake', since: '2016-12-23' }
    ])
  })

  it('gives programs all that the product knows of a network, and what it lacks with the reason', () => {
    const [bluesky] = JSON.parse(JSON.stringify(networkLines(served, assisted, closedNetworks))) as readonly unknown[]
    expect(bluesky).toMatchObject({ capabilities: { text: { unit: 'graphemes', max: { value: 300, source: expect.stringMatching(/^https:/), readOn: expect.stringMatching(/^\d{4}-/) } }, images: { maxCount: { value: 10 } }, acts: { repost: 'yes' } } })
    expect(bluesky).toHaveProperty('missing', expect.arrayContaining([expect.objectContaining({ name: 'schedule', why: 'none_there' })]))
  })

  it('says in each column what the data say, in text and in Markdown', () => {
    const rows = tableRows(served, assisted, closedNetworks)
    expect(rows.every((row) => row.length === tableHeading.length)).toBe(true)
    expect(rows[0]).toEqual(['Bluesky', '300 graphemes', '10 × 2 MB', '1 × 300 MB, 600 s', '–', 'comments, mentions, messages', 'yes', 'yes', '–', 'yes', '–', 'repost, delete, hide, detach, lock, mute, block, report', 'yes', '–', 'likes, reposts, quotes, replies, saves, followers, posts', 'none there: schedule, cover, poll, edit', 'client chosen id', 'real'])
    expect(rows[1]?.slice(0, 2)).toEqual(['WordPress', 'title, any length, rich, tags'])
    expect(rows[1]?.[12]).toBe('into its bin')
    expect(rows[1]?.[15]).toBe('none there: mentions, messages, likes, poll, quote, repost, mute, block, report')
    expect(tableRows([googleBusinessCapabilities], [], [])[0]?.[5]).toBe('reviews')
    expect(rows[2]?.slice(0, 2)).toEqual(['Bluesky (by hand)', 'by hand (invited only)'])
    expect(asMarkdown(rows)).toContain('| Google+ | closed (2019-04-02) | – |')
    expect(new Set(asText(rows).split('\n').map((line) => line.indexOf('10 × 2 MB'))).size).toBe(2)
  })
})
