// Classes of characters by which X finds entities, written for the inside of a character class with the flags `i` and `u`.
// Source: the rules published as twitter-text (github.com/twitter/twitter-text, commit 30e2430 of 2021-10-21), read on 2026-11-21.

export const spaces = String.raw`\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000`

/** A text that holds one of these is refused. */
export const forbidden = String.raw`\uFFFE\uFEFF\uFFFF`

/** Marks of writing direction: invisible, and no part of a link. */
export const directionMarks = String.raw`\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069`

export const asciiPunctuation = String.raw`!'#%&'()*+,\\\-./:;<=>?@[\]^_{|}~$`

/** Latin letters with accents, and the marks that make them. */
export const accentedLatin = String.raw`\xC0-\xD6\xD8-\xF6\xF8-\xFF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF`

export const tagLetters = String.raw`\p{L}\p{M}`

/** Beside letters and digits: the joiners and middle dots of scripts that write words with them. */
export const tagCharacters = String.raw`${tagLetters}\p{Nd}_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7`
