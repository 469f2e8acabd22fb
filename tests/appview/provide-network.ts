import type { TestProject } from 'vitest/node'
import { startBlueskyNetwork, type BlueskyNetwork } from './start-bluesky-network.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly blueskyNetwork: BlueskyNetwork
  }
}

/** One network for all test files: each brings people of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { network, stop } = await startBlueskyNetwork()
  project.provide('blueskyNetwork', network)
  return stop
}
