import type { PictureText } from '../../../shared/media/picture-marks.ts'
import type { Size } from '../../../shared/media/size.ts'
import { fontOf, layOutText, type Measure, type TextLayout } from './lay-out-text.ts'

/** Larger bitmaps are drawn smaller and enlarged: nobody sees it in letters of that size. */
const largestSide = 4096

/** In this page's own letters. */
export function measureInPage(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return (words) => words.length
  context.font = font
  return (words) => context.measureText(words).width
}

/** Draws the words, `scale` times as large as in the layout. The same drawing is the preview and goes into the file. */
export function paintText(canvas: HTMLCanvasElement, text: PictureText, layout: TextLayout, scale: number): void {
  canvas.width = Math.max(1, Math.round(layout.width * scale))
  canvas.height = Math.max(1, Math.round(layout.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return
  context.scale(scale, scale)
  if (text.background !== null) {
    context.fillStyle = text.background
    context.fillRect(0, 0, layout.width, layout.height)
  }
  context.font = fontOf(text, layout.letter)
  context.fillStyle = text.colour
  context.textBaseline = 'middle'
  const align = text.place.endsWith('left') ? 'left' : text.place.endsWith('right') ? 'right' : 'center'
  context.textAlign = align
  const at = align === 'left' ? layout.padding : align === 'right' ? layout.width - layout.padding : layout.width / 2
  layout.lines.forEach((line, index) => context.fillText(line, at, layout.padding + (index + 0.5) * layout.line))
}

/** The words as the engine takes them, drawn for a picture of that size. */
export async function drawText(text: PictureText, whole: Size): Promise<{ png: Uint8Array<ArrayBuffer>; forWidth: number } | null> {
  await document.fonts.load(fontOf(text, 20)).catch(() => [])
  const layout = layOutText(text, whole, measureInPage)
  const forWidth = Math.max(1, Math.round(whole.width * Math.min(1, largestSide / Math.max(layout.width, layout.height))))
  const canvas = document.createElement('canvas')
  paintText(canvas, text, layout, forWidth / whole.width)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return blob === null ? null : { png: new Uint8Array(await blob.arrayBuffer()), forWidth }
}
