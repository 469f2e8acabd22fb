import { capabilitiesFor } from '../../../shared/networks/in-channel.ts'
import { previewFactsOf } from '../../../shared/networks/preview-facts.ts'
import type { ApprovedCard } from '../../../shared/posts/approval.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { CardToSend, LinkCardsService } from '../link-cards/link-cards-service.ts'
import { cardToSendSchema } from '../outbox/job-payload.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { sha256Of } from '../sha256.ts'

/** The cards that go out with a post where Vigie builds them: a yes is for them too, as far as they were known when it was said. */
export interface ApprovedCards {
  /** As they would go out now: those of its jobs once it has its time, else what the pages said last. */
  of(postId: string, content: PostContent): readonly ApprovedCard[]
  /** Whether one that was approved would go out otherwise than it was. One that is no longer known, or goes no more, is none. */
  haveChanged(postId: string, approved: readonly ApprovedCard[]): boolean
}

export interface ApprovedCardsNeeds {
  readonly accounts: Pick<AccountsService, 'read'>
  readonly cards: Pick<LinkCardsService, 'cardOf' | 'cardTo'>
}

export function createApprovedCards(context: Pick<WorkspaceContext, 'database'>, { accounts, cards }: ApprovedCardsNeeds): ApprovedCards {
  // A job that has its time carries the card as it will go.
  const fixed = context.database.prepare<[string], string | null>("SELECT CASE WHEN json_valid(payload) THEN payload ->> '$.card' END FROM outbox_jobs WHERE post_id = ? AND finished_at IS NULL AND kind = 'publish_post'").pluck()

  /** null: none of its jobs waits. */
  function fixedCards(postId: string): readonly CardToSend[] | null {
    const rows = fixed.all(postId)
    return rows.length === 0 ? null : rows.flatMap((row) => (row === null ? [] : cardIn(row)))
  }

  return {
    of(postId, content) {
      const sent = fixedCards(postId) ?? content.targets.flatMap(({ accountId }) => cardsFor({ accounts, cards }, accountId, content))
      return [...new Map(sent.map((card) => [card.url, { url: card.url, hash: hashOf(card) }])).values()]
    },
    haveChanged(postId, approved) {
      const waiting = fixedCards(postId)
      return approved.some(({ url, hash }) => {
        const card = waiting === null ? cards.cardOf(url) : waiting.find((candidate) => candidate.url === url)
        return card !== null && card !== undefined && hashOf(card) !== hash
      })
    }
  }
}

function cardsFor({ accounts, cards }: ApprovedCardsNeeds, accountId: string, content: PostContent): readonly CardToSend[] {
  const account = accounts.read(accountId)
  if (account === null || previewFactsOf(account).card?.madeBy !== 'vigie') return []
  return partsFor(content, account, capabilitiesFor(account)).flatMap(({ document, media, poll, quote, beside }) => (media.length > 0 || poll !== undefined || quote !== undefined ? [] : beside?.link !== undefined ? [cards.cardTo(beside.link)] : (cards.cardOf(documentToText(document)) ?? [])))
}

function hashOf({ url, title, description, pictureId }: CardToSend): string {
  return sha256Of(JSON.stringify([url, title, description, pictureId])).toString('hex')
}

/** Of a payload that another version may have written. */
function cardIn(text: string): readonly CardToSend[] {
  const parsed = cardToSendSchema.safeParse(JSON.parse(text))
  return parsed.success ? [parsed.data] : []
}
