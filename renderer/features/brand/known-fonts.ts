/** Families that many computers have, offered while typing; any other may be typed. */
export const knownFonts: readonly string[] = [
  'Arial', 'Avenir Next', 'Baskerville', 'Bodoni 72', 'Brush Script MT', 'Calibri', 'Cambria', 'Candara', 'Century Gothic', 'Copperplate', 'Courier New', 'DejaVu Sans', 'DejaVu Serif', 'Didot', 'Franklin Gothic Medium',
  'Futura', 'Garamond', 'Georgia', 'Gill Sans', 'Helvetica Neue', 'Impact', 'Liberation Sans', 'Liberation Serif', 'Lucida Grande', 'Noto Sans', 'Noto Serif', 'Optima', 'Palatino', 'Roboto', 'Rockwell', 'Segoe UI',
  'Tahoma', 'Times New Roman', 'Trebuchet MS', 'Ubuntu', 'Verdana'
]

const sample = 'mmmmwwwiiill 0123'

/** Whether this computer has such letters: words set in them have another width than in each of the two that stand in otherwise. */
export function isFontThere(name: string): boolean {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return true
  const widthIn = (family: string): number => {
    context.font = `72px ${family}`
    return context.measureText(sample).width
  }
  return ['monospace', 'serif'].some((other) => widthIn(`"${name}", ${other}`) !== widthIn(other))
}
