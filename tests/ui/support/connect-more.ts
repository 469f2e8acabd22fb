import type { Studio } from './studio-test.ts'

/** More accounts of one network for a client, `@more-1…` and so on, in this order. */
export async function connectMore(studio: Studio, workspaceId: string, networkId: 'bluesky' | 'wordpress', count: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let number = 1; number <= count; number += 1) {
    const handle = networkId === 'bluesky' ? `@more-${number}.bsky.social` : `more-${number}.example`
    studio[networkId].invite(handle, { displayName: `More ${number}`, handle, serverUrl: networkId === 'bluesky' ? 'https://bsky.social' : `https://${handle}` })
    const account = await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: handle, appPassword: 'paper' })
    ids.push(account.id)
  }
  return ids
}
