import { threadsCapabilities } from '../../../../shared/networks/threads-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createThreadsConnect } from './threads-connect.ts'
import { createThreadsFigures } from './threads-figures.ts'
import { createThreadsInbox } from './threads-inbox.ts'
import type { ThreadsOptions } from './threads-options.ts'
import { createThreadsPublisher } from './threads-publish.ts'

/** Threads, through an app of the user's own: https://developers.facebook.com/docs/threads. */
export function createThreadsAdapter(options: ThreadsOptions): NetworkAdapter {
  return { capabilities: threadsCapabilities, connect: createThreadsConnect(options), publisher: createThreadsPublisher(options), inbox: createThreadsInbox(options), figures: createThreadsFigures(options) }
}
