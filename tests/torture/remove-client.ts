import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { realDelay, type Asking } from './asking.ts'
import type { Computer } from './computer.ts'
import type { Intents } from './intents.ts'
import { allJobs, removedFile, type LedgerJob } from './ledger.ts'
import type { NetworkRecord } from './networks/network-orders.ts'
import type { RemoveClientStep } from './plan-client-removal.ts'
import { keyOf, type AccountsOnNetworks } from './tally-facts.ts'
import type { Client } from './user.ts'

export interface RemoveClientNeeds {
  readonly computer: Computer
  readonly asking: Asking
  readonly intents: Intents
  readonly clients: readonly Client[]
  readonly accountOf: AccountsOnNetworks
  readonly dataFolder: string
  arrived(): Promise<NetworkRecord['arrived']>
  complain(what: string): void
}

export interface RemoveClient {
  remove(step: RemoveClientStep): Promise<void>
  isRemoved(workspaceId: string): boolean
  /** Nothing left for it any more since then. */
  examine(): Promise<void>
}

/** A network that waits with something is asked so often to give it back. */
const mostAsked = 3
const toldSchema = z.object({ items: z.array(z.object({ networkId: z.string().nullable(), handle: z.string(), excerpt: z.string() })) })

/** Removes a client while posts are on the wire, and remembers what it was said of them. */
export function createRemoveClient({ computer, asking: { persist }, intents, clients, accountOf, dataFolder, arrived, complain }: RemoveClientNeeds): RemoveClient {
  const removed = new Map<string, ReadonlyMap<string, number>>()

  async function isListed(workspaceId: string): Promise<boolean> {
    const studio = await persist(() => computer.ask('studio.read', {}))
    return !studio.ok || studio.value.workspaces.some(({ id }) => id === workspaceId)
  }

  async function press(workspaceId: string): Promise<void> {
    for (let asked = 1; ; asked += 1) {
      const answer = await persist(() => computer.ask('workspaces.remove', { workspaceId, leaveAtNetworks: asked > mostAsked }))
      // The engine may have died behind the last step of it.
      if (answer.ok || !(await isListed(workspaceId))) return
      if (asked > 60) throw new Error(`a client cannot be removed: ${answer.error.code}: ${answer.error.message}`)
      await realDelay(50)
    }
  }

  /** What it said may be out, or goes out by itself, may be there once; nothing else of what was open may. */
  function remember({ workspaceId, accounts }: Client, file: string): void {
    const paper = join(dirname(file), 'what-may-be-out.json')
    const told = existsSync(paper) ? toldSchema.parse(JSON.parse(readFileSync(paper, 'utf8'))).items : []
    const isTold = ({ account_id: accountId, excerpt }: LedgerJob): boolean => {
      const account = accounts.find(({ id }) => id === accountId)
      return told.some((item) => item.networkId === account?.networkId && item.handle === account?.handle && item.excerpt === excerpt)
    }
    const open = allJobs(file).filter(({ finished_at: finishedAt }) => finishedAt === null)
    intents.goWithClient(workspaceId, open.map(({ id }) => id), open.filter((job) => (job.kind === 'publish_post' || job.kind === 'reply') && !isTold(job)).map(({ id }) => id))
  }

  return {
    async remove({ workspace }) {
      const client = clients[workspace]
      if (client === undefined) return
      await press(client.workspaceId)
      const file = removedFile(dataFolder, client.workspaceId)
      if (file === null) complain('a removed client is not in the bin')
      else remember(client, file)
      await realDelay(30)
      removed.set(client.workspaceId, new Map(await arrived()))
    },
    isRemoved: (workspaceId) => removed.has(workspaceId),
    async examine() {
      for (const [workspaceId, before] of removed) {
        const accounts = clients.flatMap((client) => (client.workspaceId === workspaceId ? client.accounts.map(({ id }) => keyOf(accountOf, id, '')) : []))
        const left = (await arrived()).flatMap(([key, count]) => (count > (before.get(key) ?? 0) && accounts.some((account) => key.startsWith(account)) ? [key] : []))
        if (left.length > 0) complain(`left after its client was removed: ${left.join(', ')}`)
      }
    }
  }
}
