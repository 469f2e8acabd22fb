import type { Account } from '../accounts/account.ts'
import { inChannel } from '../networks/in-channel.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { withFormat } from '../networks/formats-of.ts'
import type { NetworkId } from '../networks/network-id.ts'
import type { PostFraming } from '../posts/post-framing.ts'
import type { PostProblem } from '../posts/post-problem.ts'
import { occasionTexts } from '../posts/occasion.ts'
import { formatFor, partsFor, titleFor } from '../posts/post-parts.ts'
import type { PostContent } from '../posts/post.ts'
import { documentToText } from '../text/document-to-text.ts'
import { findForbidden, isUndisclosed } from './find-hints.ts'
import type { Voice } from './voice.ts'

/** What the client does not let out: only what its voice says so of. Found before a post is scheduled, in the page and again in the engine. */
export function voiceProblems(content: PostContent, accounts: readonly Account[], capabilitiesOf: (networkId: NetworkId) => NetworkCapabilities, voice: Voice): readonly PostProblem[] {
  if (voice.blocks.length === 0) return []
  return content.targets.flatMap(({ accountId }) => {
    const account = accounts.find((candidate) => candidate.id === accountId)
    if (account === undefined) return []
    const network = inChannel(capabilitiesOf(account.networkId), account.serverLimits)
    const { hasTitle } = withFormat(network, formatFor(content, account))
    const parts = partsFor(content, account, network)
    const text = [...(hasTitle ? [titleFor(content, accountId)] : []), ...wordsAround(parts[0]?.framing), ...parts.map(({ document }) => documentToText(document))].join('\n\n')
    return problemsOf(text, [parts[0]?.beside?.teaser ?? '', parts[0]?.framing?.attachedText ?? ''].join('\n\n'), voice, accountId)
  })
}

function wordsAround(framing: PostFraming | undefined): readonly string[] {
  return [framing?.warning ?? '', ...occasionTexts(framing?.occasion)]
}

/** `elsewhere`: words for lists, or behind a press. What is said there alone is not said under the post. */
function problemsOf(text: string, elsewhere: string, voice: Voice, accountId: string): readonly PostProblem[] {
  const [forbidden] = voice.blocks.includes('forbidden') ? findForbidden(`${text}\n\n${elsewhere}`, voice.forbidden) : []
  const isSilent = voice.blocks.includes('disclosure') && isUndisclosed(text, voice)
  return [
    ...(forbidden === undefined ? [] : [{ severity: 'stop', code: 'forbidden_word', accountId, details: { words: forbidden.words } } as const]),
    ...(isSilent ? [{ severity: 'stop', code: 'disclosure_missing', accountId, details: {} } as const] : [])
  ]
}
