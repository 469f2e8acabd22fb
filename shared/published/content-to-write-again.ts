import type { Account } from '../accounts/account.ts'
import { documentForAccount } from '../posts/document-for-account.ts'
import type { PostContent, PostPart, PostTarget } from '../posts/post.ts'
import type { RichDocument, RichNode } from '../posts/rich-document.ts'

type Reader = Pick<Account, 'id' | 'networkId' | 'remoteId'>

/**
 * What a post that is out begins with when it is written again. An edit there gave the account a text of its own, while the common one still says what went out; here the mended words are the common
 * ones, for all accounts that had none of their own when it went out. Where they were mended differently, the words that most have are common, and the others keep theirs.
 */
export function contentToWriteAgain(now: PostContent, asSent: PostContent, accounts: readonly Reader[]): PostContent {
  const followed = new Set(asSent.targets.filter(({ variant }) => variant === null).map(({ accountId }) => accountId))
  const withTitle = new Set(asSent.targets.filter((target) => target.title === undefined).map(({ accountId }) => accountId))
  const own = (target: PostTarget): OwnWords[] => (target.variant !== null && followed.has(target.accountId) ? [wordsOf(target.accountId, target.variant, asSent.document, accounts)] : [])
  const words = now.targets.flatMap(own)
  const document = mostHave(words) ?? now.document
  const titles = now.targets.flatMap(({ accountId, title }) => (title !== undefined && withTitle.has(accountId) ? [title] : []))
  const title = mostOften(titles, (one) => one) ?? now.title
  return {
    ...now,
    title,
    document,
    targets: now.targets.map((target) => {
      const { title: ownTitle, ...untitled } = words.some((one) => one.accountId === target.accountId && isSame(one.document, document)) ? following(target) : target
      return ownTitle === undefined || (withTitle.has(target.accountId) && ownTitle === title) ? untitled : { ...untitled, title: ownTitle }
    }),
    ...(now.moreParts === undefined ? {} : { moreParts: now.moreParts.map((part) => partAgain(part, asSent.moreParts?.find(({ id }) => id === part.id), accounts)) })
  }
}

function partAgain(part: PostPart, asSent: PostPart | undefined, accounts: readonly Reader[]): PostPart {
  if (asSent === undefined) return part
  const hadOwn = new Set(asSent.variants.map(({ accountId }) => accountId))
  const words = part.variants.flatMap((own) => (hadOwn.has(own.accountId) ? [] : [wordsOf(own.accountId, own.document, asSent.document, accounts)]))
  const document = mostHave(words) ?? part.document
  return { ...part, document, variants: part.variants.filter(({ accountId }) => !words.some((one) => one.accountId === accountId && isSame(one.document, document))) }
}

interface OwnWords {
  readonly accountId: string
  readonly document: RichDocument
}

/** What an edit wrote, in the form that is for all networks: what it left as it was stands there as it was, an address with the place for the network's name, people by their marks. */
function wordsOf(accountId: string, edited: RichDocument, common: RichDocument, accounts: readonly Reader[]): OwnWords {
  const account = accounts.find(({ id }) => id === accountId)
  if (account === undefined) return { accountId, document: edited }
  const sent = documentForAccount(common, account)
  const blocks = sent.content.map((block) => JSON.stringify(block))
  const links = new Map(linksIn(sent.content).map((link, place) => [JSON.stringify(link), linksIn(common.content)[place]]))
  return { accountId, document: { ...edited, content: edited.content.map((block) => common.content[blocks.indexOf(JSON.stringify(block))] ?? withLinks(block, links)) } }
}

function linksIn(nodes: readonly RichNode[]): readonly RichNode[] {
  return nodes.flatMap((node) => (node.marks?.some(({ type }) => type === 'link') === true ? [node] : linksIn(node.content ?? [])))
}

function withLinks(node: RichNode, links: ReadonlyMap<string, RichNode | undefined>): RichNode {
  const known = links.get(JSON.stringify(node))
  if (known !== undefined) return known
  return node.content === undefined ? node : { ...node, content: node.content.map((one) => withLinks(one, links)) }
}

function following({ begunFrom: _before, ...target }: PostTarget): PostTarget {
  return { ...target, variant: null }
}

function mostHave(words: readonly OwnWords[]): RichDocument | null {
  return mostOften(words, ({ document }) => JSON.stringify(document))?.document ?? null
}

/** Of several that come as often, the first; null where there is none. */
function mostOften<One>(all: readonly One[], keyOf: (one: One) => string): One | null {
  const count = (one: One): number => all.filter((other) => keyOf(other) === keyOf(one)).length
  return all.reduce<One | null>((most, one) => (most === null || count(one) > count(most) ? one : most), null)
}

function isSame(one: RichDocument, other: RichDocument): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
