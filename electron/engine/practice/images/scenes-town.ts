import type { Canvas, Colour } from './canvas.ts'
import { around, brushes, circle, inside, rectangle, turned, without } from './shapes.ts'

/** Boats at the quay in the evening. */
export function paintHarbour(canvas: Canvas): void {
  const { block, disc, face, oval, stroke } = brushes(canvas)
  canvas.gradient(0, 360, '#f4a261', '#f7d9a8')
  canvas.glow(540, 300, 300, '#fff3cf', 0.8)
  disc(540, 300, 66, '#fff1c9')
  face([[0, 300], [150, 250], [300, 300], [420, 268], [560, 306], [800, 262], [800, 362], [0, 362]], '#c97b56')
  canvas.gradient(360, 600, '#2a6f79', '#1b4a56')
  for (let row = 0; row < 12; row += 1) stroke(540 - 90 + row * 3, 376 + row * 17, 540 + 90 - row * 5, 376 + row * 17, 5, '#f7d9a8', 0.75 - row * 0.05)
  boat(canvas, 180, 400, 1.1, '#c8553d')
  boat(canvas, 380, 388, 0.7, '#264653')
  block(0, 520, 800, 600, '#4a3226')
  for (let plank = 0; plank < 9; plank += 1) stroke(plank * 100 + 30, 520, plank * 110 - 10, 600, 4, '#37241b')
  block(640, 440, 690, 560, '#37241b', 10)
  oval(665, 444, 30, 12, '#5b3f30')
  for (const y of [474, 486, 498]) stroke(636, y, 694, y, 9, '#e9d5b5')
  stroke(640, 490, 420, 440, 5, '#e9d5b5')
}

function boat(canvas: Canvas, x: number, y: number, size: number, colour: Colour): void {
  const { face, stroke } = brushes(canvas)
  const at = (dx: number, dy: number): [number, number] => [x + dx * size, y + dy * size]
  face([at(-110, 0), at(110, 0), at(78, 46), at(-84, 46)], colour)
  face([at(-110, 0), at(110, 0), at(106, 10), at(-106, 10)], '#fdf6e9')
  stroke(...at(0, 0), ...at(0, -190), 6 * size, '#37241b')
  face([at(10, -180), at(10, -16), at(96, -16)], '#fdf6e9')
  face([at(-10, -160), at(-10, -16), at(-72, -16)], '#f1e2c8')
}

/** Croissants on a board. */
export function paintCroissants(canvas: Canvas): void {
  const { block, disc } = brushes(canvas)
  canvas.gradient(0, 600, '#a9c6b8', '#8fb3a3')
  for (let row = 0; row < 7; row += 1) for (let column = 0; column < 9; column += 1) disc(column * 100 + (row % 2) * 50, row * 100, 6, '#ffffff', 0.35)
  block(96, 96, 712, 520, '#4a2f1f', 40, 0.25)
  block(88, 84, 704, 508, '#c98d5a', 40)
  block(104, 100, 688, 492, '#d9a26c', 32)
  croissant(canvas, 250, 236, 108, -18)
  croissant(canvas, 536, 258, 112, 20)
  croissant(canvas, 396, 420, 96, 4)
  for (const [x, y] of [[392, 160], [412, 176], [600, 430], [150, 390], [640, 410], [196, 420]] as const) disc(x, y, 5, '#8a4f24', 0.8)
}

function croissant(canvas: Canvas, x: number, y: number, size: number, turn: number): void {
  const moon = turned(without(circle(x, y, size), circle(x, y + size * 0.72, size * 0.86)), x, y, turn)
  canvas.fill(turned(without(circle(x + 8, y + 12, size), circle(x + 8, y + 12 + size * 0.72, size * 0.86)), x, y, turn), around(x, y, size * 1.2), '#7a4a24', 0.4)
  canvas.fill(moon, around(x, y, size * 1.1), '#c9772f')
  for (let band = -3; band <= 3; band += 1) {
    const ridge = turned(rectangle(x - size * 0.1, y - size * 1.05, x + size * 0.1, y + size * 0.1, 8), x, y + size * 0.3, band * 24)
    canvas.fill(inside(turned(ridge, x, y, turn), moon), around(x, y, size), '#e8a552', 0.9)
  }
}

/** Rain on the window, warm inside. */
export function paintRain(canvas: Canvas): void {
  const { block, disc, oval, stroke } = brushes(canvas)
  canvas.gradient(0, 600, '#4d6a7d', '#7f97a3')
  for (const [x, y, radius, colour] of [[140, 300, 90, '#e9c46a'], [360, 340, 120, '#f4a261'], [640, 280, 100, '#e9c46a'], [520, 420, 70, '#e76f51'], [240, 460, 60, '#f4e8d0']] as const) canvas.glow(x, y, radius, colour, 0.75)
  for (let drop = 0; drop < 90; drop += 1) {
    const x = (drop * 197) % 800
    const y = (drop * 311) % 470
    const size = 2 + ((drop * 7) % 5)
    oval(x, y, size, size * 1.25, '#e6f0f3', 0.55)
    if (drop % 6 === 0) stroke(x, y, x, y - 30 - ((drop * 13) % 50), 2, '#e6f0f3', 0.3)
  }
  block(0, 0, 22, 600, '#2b1d14')
  block(778, 0, 800, 600, '#2b1d14')
  block(392, 0, 408, 500, '#2b1d14')
  block(0, 500, 800, 600, '#5b3a29')
  block(0, 500, 800, 512, '#7a5140')
  disc(180, 500, 46, '#588157')
  disc(216, 480, 40, '#6a994e')
  disc(150, 470, 36, '#6a994e')
  block(144, 510, 224, 572, '#c8553d', 8)
  block(520, 486, 640, 560, '#fdf6e9', 14)
  block(520, 486, 640, 500, '#5a2f1d', 7)
}
