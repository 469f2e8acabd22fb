export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const preferred = { width: 1_360, height: 880 } as const
/** So much of the window's top has to be on a screen that it can be taken hold of, in pixels. */
const handle = { width: 160, height: 32 } as const

/**
 * Where the window opens: where it was last, when that place still exists; else in the middle of the first screen. `workAreas` holds the
 * usable part of every screen, the main one first.
 */
export function placeWindow(saved: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle | { readonly width: number; readonly height: number } {
  const main = workAreas[0]
  if (main === undefined) return preferred
  const home = saved === null ? undefined : workAreas.find((area) => canBeGrasped(saved, area))
  if (saved === null || home === undefined) return centred(saved ?? preferred, main)
  return { ...saved, width: Math.min(saved.width, home.width), height: Math.min(saved.height, home.height) }
}

function canBeGrasped(window: Rectangle, area: Rectangle): boolean {
  const visibleWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const isTopInside = window.y >= area.y && window.y + handle.height <= area.y + area.height
  return visibleWidth >= handle.width && isTopInside
}

function centred(size: { readonly width: number; readonly height: number }, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  return { x: Math.round(area.x + (area.width - width) / 2), y: Math.round(area.y + (area.height - height) / 2), width, height }
}
