import { linkedinCapabilities, linkedinPageCapabilities } from '../../../../shared/networks/linkedin-capabilities.ts'
import type { NetworkAdapter } from '../network-adapter.ts'
import { createLinkedinConnect } from './linkedin-connect.ts'
import { createLinkedinReadBack } from './linkedin-edit.ts'
import { createLinkedinFigures } from './linkedin-figures.ts'
import { createLinkedinInbox } from './linkedin-inbox.ts'
import type { LinkedinOptions } from './linkedin-options.ts'
import { createLinkedinPublisher } from './linkedin-publish.ts'

/** LinkedIn, as a member or as a company's page: https://learn.microsoft.com/linkedin/marketing/community-management/. */
export function createLinkedinAdapter(options: LinkedinOptions): NetworkAdapter {
  const parts = { connect: createLinkedinConnect(options), publisher: createLinkedinPublisher(options) }
  if (options.kind === 'member') return { capabilities: linkedinCapabilities, ...parts }
  return { capabilities: linkedinPageCapabilities, ...parts, inbox: createLinkedinInbox(options), figures: createLinkedinFigures(options), readBack: createLinkedinReadBack(options) }
}
