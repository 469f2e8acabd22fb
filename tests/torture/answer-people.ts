import type { RequestOutput } from '../../shared/contract/request-map.ts'
import { newestJobAbout, workspaceFile, type LedgerJob } from './ledger.ts'
import { markOf } from './marks.ts'
import type { ReplyStep } from './plan.ts'
import type { ActStep } from './plan-acts.ts'
import type { Client, Place } from './user.ts'
import type { WriteNeeds } from './write-posts.ts'

export interface AnswerPeople {
  /** Everything that people said is there, before anything goes wrong. */
  findComments(): Promise<void>
  reply(step: ReplyStep): Promise<void>
  act(step: ActStep): Promise<void>
}

interface Item {
  readonly conversationId: string
  readonly itemId: string
}

/** What a stranger says: numbered through all clients and accounts. */
export function commentMark(place: { readonly workspace: number; readonly account: number; readonly comment: number }, { accounts, comments }: { readonly accounts: number; readonly comments: number }): string {
  return `Comment ${(place.workspace * accounts + place.account) * comments + place.comment + 1}`
}

/** Nobody speaks to Pages and channels here. */
function isSpokenTo(place: Place | undefined): boolean {
  return place?.network !== 'facebook' && place?.network !== 'youtube'
}

/** Replies, likes and the like, to what strangers said. */
export function createAnswerPeople(needs: WriteNeeds & { readonly comments: number; readonly dataFolder: string }): AnswerPeople {
  const { computer, asking: { persist, must }, user, time, random, clients, intents, comments } = needs
  const items = new Map<string, Item>()

  async function readInbox({ workspaceId }: Client): Promise<void> {
    await persist(() => computer.ask('inbox.refresh', { workspaceId }))
    let before: RequestOutput<'inbox.page'>['next'] = null
    do {
      const page: RequestOutput<'inbox.page'> = await must('the inbox', () => computer.ask('inbox.page', { workspaceId, view: 'all', kind: null, accountId: null, before, limit: 200 }))
      for (const { id, accountId, lastText } of page.conversations) {
        const key = `${accountId} ${markOf(lastText)}`
        if (items.has(key)) continue
        const read = await must('a conversation', () => computer.ask('inbox.read', { workspaceId, conversationId: id }))
        const [item] = read.items
        if (item !== undefined) items.set(key, { conversationId: id, itemId: item.id })
      }
      before = page.next
    } while (before !== null)
  }

  function placeOf(step: ReplyStep | ActStep): { readonly client: Client; readonly accountId: string; readonly mark: string; readonly item: Item } {
    const client = clients[step.workspace]
    const accountId = client?.accounts[step.account]?.id
    const mark = commentMark(step, { accounts: client?.accounts.length ?? 0, comments })
    const item = items.get(`${accountId} ${mark}`)
    if (client === undefined || accountId === undefined || item === undefined) throw new Error(`nobody heard ${mark}`)
    return { client, accountId, mark, item }
  }

  async function undo(workspaceId: string, jobId: string): Promise<void> {
    const dropped = await persist(() => computer.ask('outbox.decide', { workspaceId, jobId, decision: 'drop' }))
    if (dropped.ok) intents.withdraw([jobId])
  }

  /** There is no id of ours in these: a person looks whether it is there before pressing again. */
  async function press(step: ActStep, { workspaceId }: Client, itemId: string): Promise<LedgerJob | null> {
    const file = workspaceFile(needs.dataFolder, workspaceId)
    const before = newestJobAbout(file, itemId)
    for (let tries = 0; tries < 60; tries += 1) {
      await computer.ensureRunning()
      const { act } = step
      const isHeart = act === 'like' || act === 'unlike'
      const answer = isHeart ? await computer.ask('inbox.like', { workspaceId, itemId, liked: act === 'like' }) : await computer.ask('inbox.act', { workspaceId, itemId, act })
      const now = newestJobAbout(file, itemId)
      if (now !== null && now.id !== before?.id) return now
      if (answer?.ok === true) return null
      await user.logInAgain(clients[step.workspace] as Client)
    }
    throw new Error(`${step.act} cannot be done`)
  }

  return {
    async findComments() {
      const wanted = clients.flatMap(({ accounts, places }, workspace) =>
        accounts.flatMap(({ id }, account) => (isSpokenTo(places[account]) ? Array.from({ length: comments }, (_, comment) => `${id} ${commentMark({ workspace, account, comment }, { accounts: accounts.length, comments })}`) : []))
      )
      for (let tries = 0; wanted.some((key) => !items.has(key)); tries += 1) {
        for (const client of clients) await readInbox(client)
        if (tries > 100) throw new Error(`${wanted.filter((key) => !items.has(key)).length} of ${wanted.length} comments never came in`)
      }
    },
    async reply(step) {
      const { client, accountId, mark: answers, item } = placeOf(step)
      const mark = `Reply ${step.number}`
      const replyId = random.id()
      const job = await must('a reply', () => computer.ask('inbox.reply', { workspaceId: client.workspaceId, ...item, replyId, text: `${mark} ${step.words}` }))
      intents.add([{ sort: 'reply', jobId: job.id, workspaceId: client.workspaceId, accountId, mark, answers, acknowledgedAt: time.trueNow() }])
      if (step.isUndone) await undo(client.workspaceId, job.id)
    },
    async act(step) {
      const { client, accountId, mark, item } = placeOf(step)
      const job = await press(step, client, item.itemId)
      if (job === null) {
        if (intents.isRestored(client.workspaceId)) return intents.noteBaseless()
        const newest = intents.all.findLast((intent) => intent.accountId === accountId && intent.mark === mark && intent.act?.what === step.what)
        // The word before was held, and given up by the user: there is nothing to take back.
        if (newest !== undefined && intents.isWithdrawn(newest.jobId)) return
        throw new Error(`${step.act} of ${mark} changes nothing`)
      }
      intents.add([{ sort: 'act', jobId: job.id, workspaceId: client.workspaceId, accountId, mark, act: { what: step.what, isOn: step.isOn }, acknowledgedAt: time.trueNow() }])
      if (step.isUndone) await undo(client.workspaceId, job.id)
    }
  }
}
