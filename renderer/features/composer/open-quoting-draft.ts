import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { PostOrigin } from '../../../shared/posts/post.ts'
import { whyNoQuote, type Quote } from '../../../shared/posts/quote.ts'
import { emptyDocument } from '../../../shared/posts/rich-document.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { navigate } from '../../shell/route-store.ts'

interface Quoting {
  readonly quote: Quote
  readonly origin: PostOrigin
  readonly accounts: readonly Account[]
}

/** A draft for the accounts that can quote it, opened: the words are the person's to write. */
export async function openQuotingDraft(workspaceId: string, { quote, origin, accounts }: Quoting): Promise<void> {
  const quoting = accounts.filter((each) => whyNoQuote(quote, { media: [] }, each, capabilitiesOf(each.networkId)) === null)
  const content = { title: '', document: emptyDocument, targets: quoting.map(({ id }) => ({ accountId: id, variant: null })), media: [], quote }
  const postId = newId()
  const answer = await studio.request('posts.saveDraft', { workspaceId, postId, revision: 0, content, origin })
  if (answer.ok) navigate({ screen: 'compose', workspaceId, postId, at: null })
  else showFailure(answer.error, workspaceId)
}
