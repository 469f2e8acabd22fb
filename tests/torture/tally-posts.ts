import { groupBy } from './group-by.ts'
import type { Publication } from './networks/torture-network.ts'
import type { Intent } from './intents.ts'
import { marksIn, markOf, partOf } from './marks.ts'
import { compare, isGivenUp, keyOf, kindOf, outcomeIn, threadKey, type Outcome, type TallyFacts, type Verdict } from './tally-facts.ts'

interface Member {
  readonly intent: Intent
  readonly outcome: Outcome
}

/** Posts, parts of threads, replies: what stands at the networks against what was meant, text by text. */
export function judgePosts(facts: TallyFacts): readonly Verdict[] {
  const { intents, accountOf } = facts
  const texts = intents.all.filter(({ sort }) => sort !== 'act')
  const threads = groupBy(texts.filter(({ thread }) => thread !== undefined), (intent) => threadKey(intent) ?? '')
  const members = texts.map((intent): Member => ({ intent, outcome: outcomeIn(facts, intent.jobId, isGivenUp(intents, threads, intent)) }))
  const parents = parentsOf(members)
  return [...groupBy(members, ({ intent }) => keyOf(accountOf, intent.accountId, intent.mark))].map(([key, group]) => judgeGroup(facts, key, group, parents))
}

function judgeGroup(facts: TallyFacts, key: string, group: readonly Member[], parents: ReadonlyMap<string, string | null>): Verdict {
  const [{ intent } = { intent: null }] = group
  if (intent === null) throw new Error(`nothing under ${key}`)
  const kind = kindOf(facts.accountOf, intent.accountId)
  const there = facts.seen.get(key) ?? []
  const deleted = facts.removed.get(key)?.length ?? 0
  const counted = group.map((member) => ({ ...member, job: facts.jobs.get(member.intent.jobId) }))
  const counts = compare(facts.intents, counted, there.length + deleted, kind !== 'none')
  // Of what was rewritten its place is counted with what stands there now.
  const replaced = (as: Outcome): number => group.filter(({ outcome, intent: { jobId } }) => outcome === as && facts.intents.isReplaced(jobId)).length
  const misplaced = group.every(({ outcome }) => outcome === 'withdrawn') ? 0 : countMisplaced(group, there, parents)
  const isWrong = counts.duplicates + counts.lost + counts.needless + counts.ghosts + misplaced > 0
  const places = misplaced === 0 ? '' : `, under ${there.map(({ parent, root }) => `${parent} of ${root}`).join(' and ')}`
  const states = counted.map(({ job, outcome }) => job?.state ?? (outcome === 'gone' ? 'nothing since the copy' : 'nothing')).join(', ')
  return {
    ...counts,
    key,
    kind,
    sort: intent.sort,
    withdrawn: counts.withdrawn - replaced('withdrawn'),
    gone: counts.gone - replaced('gone'),
    misplaced,
    jobIds: group.map((member) => member.intent.jobId),
    complaint: isWrong ? `${key}: ${there.length} times there${deleted === 0 ? '' : `, ${deleted} times deleted`}${places}, the ledger says ${states}` : null
  }
}

/** What each job's text has to stand under: by what was meant, not by what the ledger remembers of it. */
function parentsOf(members: readonly Member[]): ReadonlyMap<string, string | null> {
  const standing = members.filter(({ outcome }) => outcome !== 'withdrawn')
  const parts = new Map(standing.map(({ intent }) => [`${threadKey(intent)} ${intent.thread?.part ?? 0}`, intent.mark]))
  return new Map(members.map(({ intent }) => [intent.jobId, intent.thread === undefined ? (intent.answers ?? null) : (parts.get(`${threadKey(intent)} ${intent.thread.part - 1}`) ?? null)]))
}

function countMisplaced(group: readonly Member[], there: readonly Publication[], parents: ReadonlyMap<string, string | null>): number {
  const wanted = group.map(({ intent }) => parents.get(intent.jobId) ?? null)
  return there.filter((publication) => {
    const at = wanted.indexOf(publication.parent)
    if (at === -1) return true
    wanted.splice(at, 1)
    return !isWhole(publication, group)
  }).length
}

/** Where a network keeps the first of a thread beside the one before, that is right too; and where a thread is one text, all parts are in it, in order. */
function isWhole({ parent, root, text }: Publication, [member]: readonly Member[]): boolean {
  const thread = member?.intent.thread
  if (root !== undefined && root !== null) return thread === undefined ? root === parent : partOf(root) === 1
  if (thread === undefined || thread.of > 1) return true
  return marksIn(text).every((mark, index) => partOf(mark) === index + 1)
}

/** Threads of which a later part came before an earlier one. */
export function outOfOrder({ intents, accountOf, seen, jobs }: TallyFacts): readonly string[] {
  const parts = intents.all.filter(({ thread, jobId }) => thread !== undefined && jobs.get(jobId)?.state === 'published')
  return [...groupBy(parts, (intent) => threadKey(intent) ?? '')].flatMap(([, group]) => {
    const numbers = group
      .toSorted((a, b) => (a.thread?.part ?? 0) - (b.thread?.part ?? 0))
      .flatMap(({ accountId, mark }) => seen.get(keyOf(accountOf, accountId, mark))?.map(({ number }) => number) ?? [])
    const isInOrder = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
    const [first] = group
    return isInOrder || first === undefined ? [] : [`${keyOf(accountOf, first.accountId, first.mark)}: its parts came out of order`]
  })
}

/** Threads of which a part is out twice, perhaps in other words. */
export function repeatedParts({ intents, accountOf, jobs }: TallyFacts): readonly string[] {
  const parts = intents.all.filter(({ thread, jobId }) => thread !== undefined && jobs.get(jobId)?.state === 'published')
  return [...groupBy(parts, (intent) => `${threadKey(intent)} ${intent.thread?.part}`).values()].flatMap(([first, ...others]) =>
    first === undefined || others.length === 0 ? [] : [`${keyOf(accountOf, first.accountId, first.mark)}: out again as ${others.map(({ mark }) => mark).join(', ')}`]
  )
}

/** At a network, and nobody meant it for that account; `isOurs`: it was meant for another. */
export function strangersIn({ intents, accountOf, seen }: TallyFacts): readonly { readonly key: string; readonly isOurs: boolean }[] {
  const texts = intents.all.filter(({ sort }) => sort !== 'act')
  const meant = new Set([
    ...texts.map(({ accountId, mark }) => keyOf(accountOf, accountId, mark)),
    ...intents.series.flatMap(({ accountIds, mark }) => accountIds.map((accountId) => keyOf(accountOf, accountId, mark)))
  ])
  const marks = new Set([...texts, ...intents.series].map(({ mark }) => mark))
  return [...seen].flatMap(([key, [publication]]) => (meant.has(key) ? [] : [{ key, isOurs: marks.has(markOf(publication?.text ?? '')) }]))
}
