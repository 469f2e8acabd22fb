import { groupBy } from './group-by.ts'
import type { Intent } from './intents.ts'
import { keyOf, kindOf, mayHaveLeft, nothing, outcomeIn, type Outcome, type TallyFacts, type Verdict } from './tally-facts.ts'

interface Word {
  readonly intent: Intent
  readonly outcome: Outcome
  readonly wasSent: boolean
}

/** Likes, reposts and the like: what is in force at the networks has to be the last word about it; a report counts each time. */
export function judgeActs(facts: TallyFacts): readonly Verdict[] {
  const { intents, accountOf, record } = facts
  const acts = intents.all.filter(({ sort }) => sort === 'act')
  const inForce = new Map(record.standings.map(({ kind, account, what, about, times }) => [`${kind} ${account} ${about} ${what}`, times]))
  const groups = groupBy(acts, ({ accountId, mark, act }) => `${keyOf(accountOf, accountId, mark)} ${act?.what ?? ''}`)
  const judged = [...groups].map(([key, group]) => judge(facts, key, group, inForce.get(key) ?? 0))
  const strangers = [...inForce.keys()].filter((key) => !groups.has(key))
  return [...judged, ...strangers.map((key): Verdict => ({ ...nothing, key, kind: 'none', sort: 'act', duplicates: 1, jobIds: [], complaint: `${key} is in force, and nobody asked for it` }))]
}

function judge(facts: TallyFacts, key: string, group: readonly Intent[], times: number): Verdict {
  const isReport = group.some(({ act }) => act?.what === 'report')
  const words = group.map((intent, index): Word => {
    const job = facts.jobs.get(intent.jobId)
    const isOvertaken = !isReport && index < group.length - 1
    const isAllowed = isOvertaken || facts.intents.isWithdrawn(intent.jobId)
    return { intent, outcome: outcomeIn(facts, intent.jobId, isAllowed), wasSent: mayHaveLeft(facts.intents, job) }
  })
  const count = (outcome: Outcome): number => words.filter((word) => word.outcome === outcome).length
  const wrong = isReport ? wrongReports(words, times) : { ...nothing, lost: saysOtherwise(words, times) ? 1 : 0 }
  const unknown = count('unknown')
  const counts = {
    ...wrong,
    published: count('published') - wrong.lost,
    lost: count('lost') + wrong.lost,
    unknown,
    withdrawn: count('withdrawn'),
    gone: count('gone'),
    // Nothing tells whether a report arrived.
    needless: isReport ? 0 : unknown
  }
  const isWrong = counts.lost + counts.duplicates + counts.ghosts + counts.needless > 0
  const [first] = group
  return {
    ...counts,
    key,
    kind: kindOf(facts.accountOf, first?.accountId ?? ''),
    sort: 'act',
    jobIds: group.map(({ jobId }) => jobId),
    complaint: isWrong ? `${key}: in force ${times} times, the ledger says ${words.map(({ intent, outcome }) => `${intent.act?.isOn === true ? 'on' : 'off'} ${outcome}`).join(', ')}` : null
  }
}

function wrongReports(words: readonly Word[], times: number): typeof nothing {
  const published = words.filter(({ outcome }) => outcome === 'published').length
  const possible = words.filter(({ outcome, wasSent }) => outcome === 'unknown' || outcome === 'gone' || (outcome === 'withdrawn' && wasSent)).length
  return { ...nothing, lost: Math.max(0, published - times), duplicates: Math.max(0, times - published - possible) }
}

/** What was taken back after it had left may or may not be in force; and so may all where a word is gone with a copy. */
function saysOtherwise(words: readonly Word[], times: number): boolean {
  if (words.some(({ outcome }) => outcome === 'gone')) return false
  const last = words.findLast(({ outcome }) => outcome === 'published')
  const after = words.slice(last === undefined ? 0 : words.indexOf(last) + 1)
  if (after.some(({ outcome, wasSent }) => outcome !== 'withdrawn' || wasSent)) return false
  return (last?.intent.act?.isOn === true) !== times > 0
}
