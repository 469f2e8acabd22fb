import type { WarpedTimeStart } from './warped-time.ts'

/** The child's end of the line over which the torture tells it the time and the place of its death. */
export const controlDescriptor = 4

/** The process dies when it has passed `skip` times by the place of that name; null: by any place. */
export interface DeathPoint {
  readonly name: string | null
  readonly skip: number
}

export interface Warp {
  readonly time: WarpedTimeStart
  readonly deathPoint: DeathPoint | null
}

export type WarpOrder =
  | { readonly kind: 'skew'; readonly skew: number }
  | { readonly kind: 'advance'; readonly by: number }
  | { readonly kind: 'arm'; readonly point: DeathPoint | null }

/** What the child says over the line. */
export type WarpNews = { readonly kind: 'point'; readonly name: string } | { readonly kind: 'died'; readonly name: string }

export function writeWarp(warp: Warp): string {
  return JSON.stringify(warp)
}

export function readWarp(text: string): Warp {
  return JSON.parse(text) as Warp
}
