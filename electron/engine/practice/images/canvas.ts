import type { Picture } from './encode-png.ts'

/** `#rrggbb` */
export type Colour = `#${string}`
type Rgb = readonly [number, number, number]

/** Signed distance to a shape's edge in pixels: negative inside. */
export type Shape = (x: number, y: number) => number
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Canvas {
  readonly width: number
  readonly height: number
  /** From the top colour to the bottom colour over [top, bottom]. */
  gradient(top: number, bottom: number, from: Colour, to: Colour): void
  /** Fills a shape with soft edges; `opacity` 0 to 1. `box` is where it can have any paint. */
  fill(shape: Shape, box: Box, colour: Colour, opacity?: number): void
  /** A light or a shadow that fades out from its middle. */
  glow(x: number, y: number, radius: number, colour: Colour, opacity: number): void
  picture(): Picture
}

function toRgb(colour: Colour): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share + 0.5
}

/** A small painter for flat illustrations: shapes as distances, edges one pixel soft. */
export function createCanvas(width: number, height: number): Canvas {
  const pixels = new Uint8Array(width * height * 3)

  function paint(box: Box, [red, green, blue]: Rgb, coverage: (x: number, y: number) => number): void {
    const right = Math.min(width, Math.ceil(box.right))
    const bottom = Math.min(height, Math.ceil(box.bottom))
    for (let y = Math.max(0, Math.floor(box.top)); y < bottom; y += 1) {
      for (let x = Math.max(0, Math.floor(box.left)); x < right; x += 1) {
        const opacity = coverage(x + 0.5, y + 0.5)
        if (opacity <= 0) continue
        const at = (y * width + x) * 3
        pixels[at] = mix(pixels[at] ?? 0, red, opacity)
        pixels[at + 1] = mix(pixels[at + 1] ?? 0, green, opacity)
        pixels[at + 2] = mix(pixels[at + 2] ?? 0, blue, opacity)
      }
    }
  }

  return {
    width,
    height,
    gradient(top, bottom, from, to) {
      const start = toRgb(from)
      const end = toRgb(to)
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1) {
        const share = (y - top) / Math.max(1, bottom - top - 1)
        const [red, green, blue] = [mix(start[0], end[0], share), mix(start[1], end[1], share), mix(start[2], end[2], share)]
        for (let at = y * width * 3; at < (y + 1) * width * 3; at += 3) {
          pixels[at] = red
          pixels[at + 1] = green
          pixels[at + 2] = blue
        }
      }
    },
    fill(shape, box, colour, opacity = 1) {
      paint(box, toRgb(colour), (x, y) => Math.min(1, Math.max(0, 0.5 - shape(x, y))) * opacity)
    },
    glow(x, y, radius, colour, opacity) {
      const box = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
      paint(box, toRgb(colour), (px, py) => {
        const nearness = 1 - Math.sqrt((px - x) ** 2 + (py - y) ** 2) / radius
        return nearness <= 0 ? 0 : nearness * nearness * opacity
      })
    },
    picture: () => ({ width, height, pixels })
  }
}
