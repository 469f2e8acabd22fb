import { useEffect, useState } from 'react'
import type { ContentChange } from '../composer-changes.ts'
import type { ComposerStore } from '../composer-store.ts'
import { giveUpOwn, type GivenUp } from './put-back.ts'

export interface GivingUp {
  /** The account follows the others again, and it can be taken back. */
  up(given: GivenUp): void
  /** It begins something new of its own: what it gave up before does not come back over that. */
  begin(store: ComposerStore, change: ContentChange): void
  /** Something else that can be taken back, and answers what forgets that. */
  act(act: () => () => void): void
}

/** Once the post is left, nothing of it is put back here any more. */
export function useGivingUp(): GivingUp {
  const [giving] = useState(createGivingUp)
  useEffect(() => giving.forget, [giving])
  return giving
}

function createGivingUp(): GivingUp & { readonly forget: () => void } {
  let forget: () => void = () => undefined
  return {
    up(given) {
      forget()
      forget = giveUpOwn(given)
    },
    begin(store, change) {
      forget()
      store.change(change)
    },
    act(act) {
      forget()
      forget = act()
    },
    forget: () => forget()
  }
}
