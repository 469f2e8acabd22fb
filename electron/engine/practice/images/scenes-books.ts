import type { Canvas, Colour } from './canvas.ts'
import { around, brushes, circle, ellipse, inside, polygon, rectangle, turned, without } from './shapes.ts'

/** Shelves in the shop, one book pulled out a little. */
export function paintShelves(canvas: Canvas): void {
  const { block, stroke } = brushes(canvas)
  canvas.gradient(0, 600, '#5b3a29', '#452b1e')
  const colours: readonly Colour[] = ['#c8553d', '#f28f3b', '#2d6a6a', '#f4e8d0', '#588157', '#e9c46a', '#264653', '#b56576', '#8d99ae', '#d9ae94']
  for (const [shelf, bottom] of [188, 382, 576].entries()) {
    block(20, bottom - 176, 780, bottom, '#331f15')
    let x = 30
    for (let index = 0; x < 752; index += 1) {
      const kind = (index * 7 + shelf * 5) % 10
      const width = 22 + ((index * 13 + shelf * 29) % 5) * 7
      const height = 118 + ((index * 17 + shelf * 11) % 6) * 9
      const colour = colours[kind] ?? '#f4e8d0'
      const leans = index === 9 && shelf !== 1
      const shape = turned(rectangle(x, bottom - height, x + width, bottom, 2), x, bottom, leans ? 9 : 0)
      canvas.fill(shape, { left: x - 2, top: bottom - height - 4, right: x + width + 30, bottom }, colour)
      stroke(x + 5, bottom - height + 22, x + width - 5, bottom - height + 22, 3, '#ffffff', 0.55)
      if (width > 30) stroke(x + width / 2, bottom - height + 40, x + width / 2, bottom - 34, 3, '#331f15', 0.3)
      x += width + (leans ? 26 : 3)
    }
    block(0, bottom, 800, bottom + 16, '#8b5e3c')
    block(0, bottom, 800, bottom + 4, '#a9744c')
  }
  canvas.glow(400, 0, 520, '#ffd9a0', 0.35)
}

/** An open book under a lamp, for a reading. */
export function paintReading(canvas: Canvas): void {
  const { block, disc, face, oval, stroke } = brushes(canvas)
  canvas.gradient(0, 600, '#1d2440', '#2b2d4f')
  for (const [x, y] of [[90, 80], [180, 160], [700, 90], [620, 50], [740, 220], [60, 260], [300, 60], [520, 130]] as const) disc(x, y, 2.5, '#f4e8d0', 0.9)
  canvas.fill(polygon([[400, 150], [700, 520], [100, 520]]), { left: 100, top: 150, right: 700, bottom: 520 }, '#ffd98a', 0.22)
  canvas.glow(400, 180, 320, '#ffd98a', 0.55)
  stroke(400, 0, 400, 110, 5, '#0f1428')
  face([[340, 176], [460, 176], [430, 108], [370, 108]], '#e76f51')
  oval(400, 176, 60, 10, '#ffe9b8')
  block(0, 500, 800, 600, '#3a2416')
  block(0, 500, 800, 508, '#5b3a24')
  oval(400, 508, 240, 18, '#1d120a', 0.5)
  face([[400, 400], [610, 372], [638, 490], [400, 510]], '#f7f0e0')
  face([[400, 400], [190, 372], [162, 490], [400, 510]], '#fffaf0')
  face([[400, 400], [416, 398], [420, 508], [400, 510]], '#d8cbb0')
  for (let row = 0; row < 5; row += 1) {
    const y = 404 + row * 18
    stroke(214 - row * 5, y - 12, 372, y + 8, 3, '#b9a98a')
    stroke(430, y + 8, 588 + row * 5, y - 12, 3, '#b9a98a')
  }
}

const spines: readonly Colour[] = ['#c8553d', '#e9c46a', '#588157', '#264653']

/** The shop front on a corner of the quay. */
export function paintFront(canvas: Canvas): void {
  const { block, disc, face, oval, stroke } = brushes(canvas)
  canvas.gradient(0, 600, '#bcd8e6', '#e8f1ee')
  block(110, 40, 690, 560, '#2f5d62')
  block(110, 40, 690, 120, '#244a4e')
  block(180, 64, 620, 98, '#f4e8d0', 6)
  for (let index = 0; index < 11; index += 1) block(206 + index * 36, 74, 228 + index * 36, 88, '#2f5d62', 3, 0.85)
  for (let stripe = 0; stripe < 12; stripe += 1) {
    const left = 130 + stripe * 45
    const colour: Colour = stripe % 2 === 0 ? '#e76f51' : '#fdf6e9'
    face([[left, 130], [left + 45, 130], [left + 45, 196], [left, 196]], colour)
    oval(left + 22.5, 196, 22.5, 14, colour)
  }
  block(150, 226, 440, 460, '#fbe3b3', 4)
  canvas.glow(300, 330, 170, '#fff6da', 0.7)
  for (const x of [150, 246, 342, 436]) block(x, 226, x + 6, 460, '#1d3b3f')
  block(150, 336, 440, 342, '#1d3b3f')
  for (let book = 0; book < 9; book += 1) block(166 + book * 29, 416 - ((book * 7) % 4) * 8, 186 + book * 29, 460, spines[book % spines.length] ?? '#c8553d')
  block(486, 226, 640, 560, '#c8553d', 4)
  block(508, 250, 618, 430, '#fbe3b3', 3)
  disc(610, 468, 8, '#f4e8d0')
  canvas.gradient(560, 600, '#8e9aa0', '#7b878d')
  stroke(60, 560, 60, 330, 8, '#24333a')
  disc(60, 318, 20, '#ffe9b8')
  canvas.glow(60, 318, 70, '#fff3cf', 0.6)
  block(196, 476, 256, 560, '#6b3f2a', 4)
  for (const [x, y] of [[206, 470], [226, 452], [246, 470], [216, 446], [238, 440]] as const) disc(x, y, 18, '#588157')
}

/** A pile of new arrivals with a cup on top. */
export function paintPile(canvas: Canvas): void {
  const { block, oval, steam, stroke } = brushes(canvas)
  canvas.gradient(0, 600, '#f6d6c9', '#f2bfa9')
  canvas.fill(circle(620, 180, 120), around(620, 180, 120), '#f7e4d4', 0.8)
  canvas.gradient(520, 600, '#8d5a44', '#744835')
  oval(400, 528, 260, 18, '#3f241a', 0.4)
  const pile: readonly (readonly [number, number, number, Colour, Colour])[] = [
    [180, 470, 620, '#264653', '#f4e8d0'], [212, 420, 600, '#e76f51', '#fdf6e9'], [190, 372, 570, '#2a9d8f', '#f4e8d0'], [232, 330, 610, '#e9c46a', '#264653'], [222, 284, 560, '#b56576', '#fdf6e9']
  ]
  for (const [left, top, right, colour, label] of pile) {
    block(left, top, right, top + 46, colour, 5)
    block(right - 26, top + 5, right - 4, top + 41, '#fbf3e4', 3)
    stroke(left + 40, top + 23, left + 170, top + 23, 6, label, 0.9)
    stroke(left + 200, top + 23, left + 240, top + 23, 6, label, 0.6)
  }
  canvas.fill(without(circle(470, 240, 34), circle(470, 240, 22)), around(470, 240, 36), '#fdf6e9')
  canvas.fill(inside(ellipse(400, 214, 72, 76), rectangle(320, 208, 480, 284)), { left: 320, top: 204, right: 480, bottom: 286 }, '#fffaf0')
  oval(400, 210, 72, 13, '#f1e7d6')
  oval(400, 211, 62, 9, '#5a2f1d')
  steam(384, 196, 90, 10, 12, '#ffffff', 0.8)
  steam(418, 196, 70, 10, 12, '#ffffff', 0.8)
}
