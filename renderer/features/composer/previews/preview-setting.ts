import { createContext, useContext } from 'react'
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { FixedCard, LinkCard } from '../../../../shared/posts/link-card.ts'
import type { Fold, PreviewFacts, PreviewWidth } from '../../../../shared/networks/preview-facts.ts'

/** How the previews are looked at, for as long as Vigie is open. */
export interface PreviewLook {
  /** `studio`: as the studio itself. */
  readonly theme: 'studio' | 'light' | 'dark'
  readonly width: PreviewWidth
}

const look = createStore<PreviewLook>(() => ({ theme: 'studio', width: 'desktop' }))

export function usePreviewLook(): PreviewLook {
  return useStore(look)
}

export function changePreviewLook(change: Partial<PreviewLook>): void {
  look.setState(change)
}

export interface PreviewSetting {
  readonly workspaceId: string
  readonly facts: PreviewFacts
  readonly width: PreviewWidth
  /** The card as it was sent; left out: what the page says of itself now. */
  readonly sentCard?: Pick<LinkCard, 'url' | 'title' | 'description'>
  /** Those that go out, once the post has its time for this account; left out: it has none. */
  readonly fixedCards?: readonly FixedCard[]
}

const PreviewContext = createContext<PreviewSetting>({ workspaceId: '', facts: { confidence: {} }, width: 'desktop' })

/** Tells every part of a preview whose it is, and how it is looked at. */
export const PreviewSettingProvider = PreviewContext.Provider

export function usePreviewSetting(): PreviewSetting {
  return useContext(PreviewContext)
}

export function usePreviewFacts(): PreviewFacts {
  return useContext(PreviewContext).facts
}

/** Where the network folds a text at this width; null: it folds none. */
export function useFold(): Fold | null {
  const { facts, width } = useContext(PreviewContext)
  return facts.fold?.[width].value ?? null
}
