/** Letters that Unicode does not take apart, as French and its neighbours spell them out. */
const spelledOut: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** The word before an apostrophe in French: `l’eau` is said of eau, `qu’elle` of elle. */
const elided = '(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu|quoiqu)'
const elision = new RegExp(`(?<![\\p{L}\\p{N}])${elided}['’ʼ＇](?=[\\p{L}\\p{N}])`, 'gu')
/** The same by itself, without the apostrophe. */
export const elidedWord = new RegExp(`^${elided}$`, 'iu')

/** Scripts that put no space between words are taken letter by letter, so that a phrase finds them anywhere. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu

/** Without upper case and accents: `Été`, `ÉTÉ` and `ete` are the same. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[œæßøłđðþı]/g, (letter) => spelledOut[letter] ?? letter)
}

/** The words of a text in order, folded, without elided articles. What is no letter or digit only parts words. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text).replaceAll(elision, '').match(word) ?? []
}
