import type { Canvas } from './canvas.ts'
import { around, brushes, circle, ellipse, inside, rectangle, turned, without } from './shapes.ts'

/** A cup on a table by a window, morning. */
export function paintCup(canvas: Canvas): void {
  const { block, disc, oval, steam } = brushes(canvas)
  canvas.gradient(0, 430, '#f3d9b8', '#f7e8d2')
  block(90, 50, 380, 400, '#d9ecec', 8)
  block(232, 50, 240, 400, '#f7efe2')
  block(90, 218, 380, 226, '#f7efe2')
  canvas.glow(640, 160, 320, '#ffffff', 0.35)
  canvas.gradient(420, 600, '#a8663f', '#7c452a')
  block(0, 420, 800, 428, '#c0805a')
  oval(450, 520, 190, 26, '#4f2a1a', 0.35)
  oval(440, 508, 178, 24, '#f4efe6')
  oval(440, 502, 150, 16, '#ddd3c4')
  canvas.fill(without(circle(590, 390, 52), circle(590, 390, 32)), around(590, 390, 54), '#e9e1d5')
  const body = inside(ellipse(440, 330, 142, 178), rectangle(280, 318, 600, 520))
  canvas.fill(body, { left: 280, top: 310, right: 600, bottom: 520 }, '#f8f4ec')
  canvas.fill(inside(body, rectangle(500, 300, 600, 520)), { left: 498, top: 310, right: 600, bottom: 520 }, '#d8cdbd', 0.5)
  oval(440, 320, 142, 24, '#efe7da')
  oval(440, 322, 128, 18, '#5a2f1d')
  oval(425, 320, 70, 8, '#8a5232', 0.7)
  for (const x of [400, 446, 488]) steam(x, 296, 110, 14, 18, '#ffffff', 0.75)
  disc(700, 470, 5, '#5a2f1d')
  disc(722, 482, 5, '#5a2f1d')
}

/** A flat white from above, with a leaf poured into it. */
export function paintLatte(canvas: Canvas): void {
  const { disc, oval, stroke } = brushes(canvas)
  canvas.gradient(0, 600, '#2f5d5a', '#234744')
  for (let row = 40; row < 600; row += 92) stroke(0, row, 800, row + 18, 3, '#1c3b39', 0.55)
  canvas.glow(420, 330, 330, '#122625', 0.8)
  disc(400, 300, 236, '#f1ece3')
  disc(400, 300, 214, '#e2dacd')
  disc(400, 300, 176, '#f7f3ec')
  disc(400, 300, 160, '#8f5a36')
  disc(400, 300, 152, '#a56d44')
  for (let leaf = 0; leaf < 5; leaf += 1) {
    const y = 380 - leaf * 42
    const reach = 96 - leaf * 14
    for (const side of [-1, 1]) {
      const blade = turned(ellipse(400 + side * reach * 0.52, y, reach * 0.62, 15), 400, y, side * -24)
      canvas.fill(inside(blade, circle(400, 300, 146)), around(400, y, reach * 1.4, 80), '#f3e3cd')
    }
  }
  stroke(400, 176, 400, 430, 7, '#a56d44')
  oval(400, 192, 22, 30, '#f3e3cd')
  stroke(640, 500, 560, 590, 12, '#c7ccd0')
  oval(652, 486, 20, 30, '#d9dde0')
}

/** A bag of freshly roasted beans and a scoop. */
export function paintBeans(canvas: Canvas): void {
  const { block, face, oval, stroke } = brushes(canvas)
  canvas.gradient(0, 600, '#e9c46a', '#e0a552')
  canvas.glow(240, 200, 420, '#fff3cf', 0.6)
  canvas.gradient(470, 600, '#6b3f2a', '#54301f')
  oval(400, 492, 210, 26, '#2e1a11', 0.5)
  face([[262, 130], [538, 130], [566, 490], [234, 490]], '#264653')
  face([[470, 130], [538, 130], [566, 490], [486, 490]], '#1c3540')
  face([[262, 130], [538, 130], [532, 84], [268, 84]], '#1c3540')
  block(266, 78, 534, 96, '#c9ced1', 4)
  block(300, 230, 478, 400, '#f4efe6', 6)
  stroke(330, 268, 448, 268, 10, '#e76f51')
  stroke(330, 300, 410, 300, 6, '#264653')
  stroke(330, 322, 430, 322, 6, '#264653')
  bean(canvas, 389, 362, 26, -30, '#6b3f2a')
  const heap: readonly (readonly [number, number, number])[] = [[120, 520, 10], [168, 534, 60], [92, 552, -40], [210, 556, 20], [610, 530, -20], [664, 518, 40], [700, 548, 80], [640, 560, 10], [566, 560, -60], [150, 572, 100], [740, 570, -10]]
  for (const [x, y, turn] of heap) bean(canvas, x, y, 24, turn, '#3d2115')
}

function bean(canvas: Canvas, x: number, y: number, size: number, turn: number, colour: `#${string}`): void {
  const shape = turned(ellipse(x, y, size, size * 0.66), x, y, turn)
  canvas.fill(shape, around(x, y, size), colour)
  canvas.fill(inside(turned(ellipse(x, y + size * 0.04, size * 0.96, size * 0.09), x, y, turn + 8), shape), around(x, y, size), '#a9714b')
}

/** A filter dripping slowly into its jug. */
export function paintFilter(canvas: Canvas): void {
  const { block, face, oval, steam, stroke } = brushes(canvas)
  canvas.gradient(0, 600, '#cfe0dc', '#b4cdc8')
  canvas.glow(400, 230, 380, '#ffffff', 0.5)
  canvas.gradient(500, 600, '#3f4f58', '#33424a')
  oval(400, 516, 170, 20, '#1f2a30', 0.4)
  face([[300, 340], [500, 340], [548, 510], [252, 510]], '#eef5f4')
  face([[270, 446], [530, 446], [546, 506], [254, 506]], '#6d3b22')
  face([[270, 446], [530, 446], [534, 458], [266, 458]], '#8b5333')
  canvas.fill(without(circle(560, 420, 56), circle(560, 420, 42)), around(560, 420, 58), '#eef5f4', 0.9)
  block(292, 326, 508, 344, '#d8a15c', 8)
  face([[262, 170], [538, 170], [436, 318], [364, 318]], '#f7f3ec')
  face([[440, 170], [538, 170], [436, 318], [410, 318]], '#e1d8ca')
  oval(400, 170, 138, 22, '#f1ece3')
  oval(400, 172, 120, 15, '#4a2817')
  for (const y of [352, 384, 414]) oval(400, y, 4, 7, '#6d3b22')
  stroke(640, 40, 500, 150, 14, '#8e9aa0')
  face([[630, 10], [790, 0], [800, 130], [680, 110]], '#8e9aa0')
  stroke(496, 152, 430, 172, 5, '#bfe0ea', 0.9)
  steam(380, 150, 30, 12, 14, '#ffffff', 0.8)
}
