import type { ServerLimits } from '../accounts/server-limits.ts'
import { inChannel } from './in-channel.ts'
import type { NetworkCapabilities, PollRule } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

/** The network as an account's own server is: what that states of polls and files in the place of the network's figures, and what posts have in a channel of its kind. Length of text, number of files and tags are counted with `serverLimits` beside the rule. */
export function withServerLimits(anywhere: NetworkCapabilities, { poll, media, channel }: Pick<ServerLimits, 'poll' | 'media' | 'channel'>): NetworkCapabilities {
  const network = inChannel(anywhere, { channel })
  if (poll === undefined && media === undefined) return network
  return { ...network, ...(poll === undefined ? {} : { poll: pollThere(network.poll, poll) }), ...(media === undefined ? {} : filesThere(network, media)) }
}

function pollThere(rule: NetworkCapabilities['poll'], { maxChoices, maxChoice, minMinutes, maxMinutes, isOff }: NonNullable<ServerLimits['poll']>): NetworkCapabilities['poll'] {
  if (typeof rule === 'string') return rule
  if (isOff === true) return 'not_here'
  const { min, max } = rule.choices.value
  return { ...rule, choices: { ...rule.choices, value: { min, max: maxChoices ?? max } }, maxChoice: or(rule.maxChoice, maxChoice), minutes: minutesThere(rule.minutes, { minMinutes, maxMinutes }) }
}

/** Where a network offers certain lengths alone, no server states others. */
function minutesThere(rule: PollRule['minutes'], { minMinutes, maxMinutes }: Pick<NonNullable<ServerLimits['poll']>, 'minMinutes' | 'maxMinutes'>): PollRule['minutes'] {
  const { value } = rule
  return 'min' in value ? { ...rule, value: { min: minMinutes ?? value.min, max: maxMinutes ?? value.max } } : rule
}

function filesThere({ images, video }: NetworkCapabilities, { maxImageBytes, maxVideoBytes, maxAltText, videoTypes, maxVideoMs }: NonNullable<ServerLimits['media']>): Pick<NetworkCapabilities, 'images' | 'video'> {
  return {
    images: { ...images, maxBytes: or(images.maxBytes, maxImageBytes), maxAltText: or(images.maxAltText, maxAltText) },
    ...(video === undefined ? {} : { video: { ...video, maxBytes: or(video.maxBytes, maxVideoBytes), mediaTypes: or(video.mediaTypes, videoTypes ?? null), maxDurationMs: or(video.maxDurationMs, maxVideoMs ?? null) } })
  }
}

function or<Value>(rule: Sourced<Value>, told: Value | null): Sourced<Value> {
  return told === null ? rule : { ...rule, value: told }
}
