/** As many signs as may stand on one letter. No writing puts ten there; thousands, which are a joke or an attack, keep a window from drawing for minutes. */
export const mostMarks = 50

/** What joins the letter before it and has no place of its own: accents, signs of vowels, what chooses a form, joiners, the letters of flags. */
const joins = '[\\p{M}\\u200c\\u200d\\u{1f3fb}-\\u{1f3ff}\\u{e0020}-\\u{e007f}]'
const tooMany = new RegExp(`(?<=${joins}{${String(mostMarks)}})${joins}+`, 'gu')
const asked = new RegExp(`${joins}{${String(mostMarks)}}${joins}`, 'u')

/** Whether on some letter more signs are stacked than can be drawn. */
export function hasTower(text: string): boolean {
  return asked.test(text)
}

/** The text without what is stacked on a letter beyond measure; its letters all stay. */
export function withoutTowers(text: string): string {
  return hasTower(text) ? text.replaceAll(tooMany, '') : text
}
