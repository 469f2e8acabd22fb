import { discourseCapabilities } from '../../../../shared/networks/discourse-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createDiscourseConnect } from './discourse-connect.ts'
import { createDiscourseFigures } from './discourse-figures.ts'
import { createDiscourseInbox } from './discourse-inbox.ts'
import { createDiscourseLimits } from './discourse-limits.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { createDiscoursePeople } from './discourse-people.ts'
import { createDiscoursePins } from './discourse-pins.ts'
import { createDiscoursePublisher } from './discourse-publish.ts'
import { createDiscourseReadBack } from './discourse-read-back.ts'

/** Forums that run Discourse: https://docs.discourse.org/ */
export function createDiscourseAdapter(options: DiscourseOptions): NetworkAdapter {
  return {
    capabilities: discourseCapabilities,
    connect: createDiscourseConnect(options),
    publisher: createDiscoursePublisher(options),
    inbox: createDiscourseInbox(options),
    pins: createDiscoursePins(options),
    figures: createDiscourseFigures(options),
    readBack: createDiscourseReadBack(options),
    findPeople: createDiscoursePeople(options),
    readLimits: createDiscourseLimits(options)
  }
}
