/** Three bytes. */
export type Rgb = readonly [number, number, number]

export function rgbOf(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

/** From 1, the same, to 21, black on white: WCAG 2.2, “contrast ratio”. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminanceOf([red, green, blue]: Rgb): number {
  const linear = (byte: number): number => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Large letters are read from this on (WCAG 2.2, 1.4.3). */
export const readableContrast = 3

/** How well letters are read on the worst tenth of what lies behind them. `pixels`: four bytes each. */
export function contrastOn(pixels: Uint8ClampedArray, colour: Rgb): number {
  const found: number[] = []
  for (let at = 0; at + 3 < pixels.length; at += 4) found.push(contrastOf([pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0], colour))
  const sorted = found.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 10)] ?? 21
}
