import { acts, type Act } from './acts.ts'
import { lackNames, lacks, noted, notedNames, type Lack, type Noted, type WhyLacking } from './lacks.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import { takesCaptions, takesCover } from './video-rule.ts'

/** A ban beside a block is for whoever moderates a place: where there is none, nobody misses it, or the block is that. */
type NamedAct = Exclude<Act, `un${string}` | 'ban'>

/** In the order in which people ask. What undoes an act is not named beside it. `delete` is about answers, `removal` about posts. */
export type MissingName = Lack | Noted | NamedAct | 'cover' | 'captions' | 'poll' | 'quote' | 'edit' | 'pin' | 'removal'

export interface Missing {
  readonly name: MissingName
  readonly why: WhyLacking
}

/** First what may still come. */
export const whysOfMissing = ['not_yet', 'not_by_interface', 'none_there'] as const satisfies readonly WhyLacking[]

/** All that this network lacks, or Vigie lacks there, each with its reason. Where the person publishes by hand, Vigie does nothing else: nothing is named. */
export function whatIsMissing(of: NetworkCapabilities): readonly Missing[] {
  if (of.id === 'assisted') return []
  const told = lacks[of.id]
  const offers: readonly (readonly [MissingName, string | undefined])[] = [
    ...lackNames.map((name) => [name, told[name]?.value] as const),
    ...notedNames.map((name) => [name, noted[of.id]?.[name]?.value] as const),
    ['cover', of.video === undefined || takesCover(of.video.cover) ? 'yes' : of.video.cover.value],
    ['captions', of.video === undefined || takesCaptions(of.video.captions) ? 'yes' : of.video.captions.value],
    ['poll', typeof of.poll === 'string' ? of.poll : 'yes'],
    ['quote', of.quote.offer.value],
    // Its record would change and its apps would go on showing the old words: nothing that people would call a change.
    ['edit', of.edit.offer.value === 'not_shown' ? 'none_there' : of.edit.offer.value],
    ['pin', of.pin.offer.value],
    ['removal', of.removal.offer.value],
    // Where a quote may stand without a word, that is how a post is passed on.
    // Where nobody quotes, nobody asks for it.
    ...acts.filter(isDoing).filter((act) => act !== 'detach' || of.quote.offer.value === 'yes').map((act) => [act, act === 'repost' && of.quote.mayBeAlone === true ? of.quote.offer.value : of.acts[act]] as const)
  ]
  return offers.flatMap(([name, offer]) => whysOfMissing.filter((why) => why === offer).map((why) => ({ name, why })))
}

function isDoing(act: Act): act is NamedAct {
  return !act.startsWith('un') && act !== 'ban'
}
