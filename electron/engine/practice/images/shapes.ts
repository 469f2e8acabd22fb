import type { Box, Canvas, Colour, Shape } from './canvas.ts'

/** `Math.hypot` guards against overflow that cannot happen here, and takes ten times as long. */
export function reach(x: number, y: number): number {
  return Math.sqrt(x * x + y * y)
}

export function circle(cx: number, cy: number, radius: number): Shape {
  return (x, y) => reach(x - cx, y - cy) - radius
}

/** Near enough to the true distance for soft edges. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): Shape {
  const smaller = Math.min(rx, ry)
  return (x, y) => (reach((x - cx) / rx, (y - cy) / ry) - 1) * smaller
}

export function rectangle(left: number, top: number, right: number, bottom: number, round = 0): Shape {
  const cx = (left + right) / 2
  const cy = (top + bottom) / 2
  const halfWidth = (right - left) / 2 - round
  const halfHeight = (bottom - top) / 2 - round
  return (x, y) => {
    const dx = Math.abs(x - cx) - halfWidth
    const dy = Math.abs(y - cy) - halfHeight
    return reach(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round
  }
}

/** A stroke with round ends. */
export function line(x1: number, y1: number, x2: number, y2: number, thickness: number): Shape {
  const dx = x2 - x1
  const dy = y2 - y1
  const length = dx * dx + dy * dy || 1
  return (x, y) => {
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length))
    return reach(x - x1 - along * dx, y - y1 - along * dy) - thickness / 2
  }
}

/** A closed shape with straight sides, https://iquilezles.org/articles/distfunctions2d/ */
export function polygon(points: readonly (readonly [number, number])[]): Shape {
  const edges = points.map(([x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1]
    return { x1, y1, x2, y2, distance: line(x1, y1, x2, y2, 0) }
  })
  return (x, y) => {
    let nearest = Infinity
    let isInside = false
    for (const { x1, y1, x2, y2, distance } of edges) {
      nearest = Math.min(nearest, distance(x, y))
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside
    }
    return isInside ? -nearest : nearest
  }
}

export function without(shape: Shape, hole: Shape): Shape {
  return (x, y) => Math.max(shape(x, y), -hole(x, y))
}

export function inside(shape: Shape, border: Shape): Shape {
  return (x, y) => Math.max(shape(x, y), border(x, y))
}

export function turned(shape: Shape, cx: number, cy: number, degrees: number): Shape {
  const sine = Math.sin((-degrees * Math.PI) / 180)
  const cosine = Math.cos((-degrees * Math.PI) / 180)
  return (x, y) => shape(cx + (x - cx) * cosine - (y - cy) * sine, cy + (x - cx) * sine + (y - cy) * cosine)
}

export function around(cx: number, cy: number, reachX: number, reachY: number = reachX): Box {
  return { left: cx - reachX - 1, top: cy - reachY - 1, right: cx + reachX + 1, bottom: cy + reachY + 1 }
}

export function boxOf(points: readonly (readonly [number, number])[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs) - 1, top: Math.min(...ys) - 1, right: Math.max(...xs) + 1, bottom: Math.max(...ys) + 1 }
}

/** The everyday calls, a line each in a scene. */
export function brushes(canvas: Canvas) {
  return {
    disc: (cx: number, cy: number, radius: number, colour: Colour, opacity?: number) => canvas.fill(circle(cx, cy, radius), around(cx, cy, radius), colour, opacity),
    oval: (cx: number, cy: number, rx: number, ry: number, colour: Colour, opacity?: number) => canvas.fill(ellipse(cx, cy, rx, ry), around(cx, cy, rx, ry), colour, opacity),
    block: (left: number, top: number, right: number, bottom: number, colour: Colour, round = 0, opacity?: number) =>
      canvas.fill(rectangle(left, top, right, bottom, round), { left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 }, colour, opacity),
    stroke: (x1: number, y1: number, x2: number, y2: number, thickness: number, colour: Colour, opacity?: number) =>
      canvas.fill(line(x1, y1, x2, y2, thickness), around((x1 + x2) / 2, (y1 + y2) / 2, Math.abs(x2 - x1) / 2 + thickness, Math.abs(y2 - y1) / 2 + thickness), colour, opacity),
    face: (points: readonly (readonly [number, number])[], colour: Colour, opacity?: number) => canvas.fill(polygon(points), boxOf(points), colour, opacity),
    /** A soft wave of strokes, for steam. */
    steam: (x: number, bottom: number, top: number, sway: number, thickness: number, colour: Colour, opacity: number) => {
      const steps = 14
      for (let step = 0; step < steps; step += 1) {
        const [a, b] = [step / steps, (step + 1) / steps]
        const at = (share: number): [number, number] => [x + Math.sin(share * Math.PI * 2) * sway, bottom + (top - bottom) * share]
        const [x1, y1] = at(a)
        const [x2, y2] = at(b)
        const fade = opacity * (1 - a) * 0.6
        canvas.fill(line(x1, y1, x2, y2, thickness * (1 - a * 0.5)), around((x1 + x2) / 2, (y1 + y2) / 2, sway + thickness, Math.abs(y2 - y1) / 2 + thickness), colour, fade)
      }
    }
  }
}
