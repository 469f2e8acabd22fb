import { createCanvas, type Colour } from './canvas.ts'
import { encodePng } from './encode-png.ts'
import { brushes } from './shapes.ts'

const pairs: readonly (readonly [Colour, Colour])[] = [
  ['#264653', '#e9c46a'], ['#e76f51', '#fdf6e9'], ['#2a9d8f', '#f4e8d0'], ['#b56576', '#f6d6c9'], ['#588157', '#dad7cd'], ['#457b9d', '#f1faee'], ['#6d597a', '#eaac8b'], ['#bc6c25', '#fefae0']
]

function numberOf(handle: string): number {
  let number = 7
  for (const sign of handle) number = (number * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003
  return number
}

/** A mirrored pattern of 5 by 5 in two colours, its own for each name. 120 × 120. */
export function paintAvatar(handle: string): Uint8Array {
  const number = numberOf(handle)
  const [back, front] = pairs[number % pairs.length] ?? ['#264653', '#e9c46a']
  const canvas = createCanvas(120, 120)
  const { block } = brushes(canvas)
  canvas.gradient(0, 120, back, back)
  for (let row = 0; row < 5; row += 1) {
    for (let column = 0; column < 3; column += 1) {
      if ((number >> ((row * 3 + column) % 17)) % 2 === 0) continue
      for (const at of new Set([column, 4 - column])) block(10 + at * 20, 10 + row * 20, 30 + at * 20, 30 + row * 20, front)
    }
  }
  return encodePng(canvas.picture())
}

/** A quiet band of colour. 600 × 200. */
export function paintHeader(handle: string): Uint8Array {
  const [from, to] = pairs[numberOf(handle) % pairs.length] ?? ['#264653', '#e9c46a']
  const canvas = createCanvas(600, 200)
  canvas.gradient(0, 200, from, to)
  return encodePng(canvas.picture())
}
