/** The words of a text without accents and capitals: what is typed in haste finds what is written with care. */
export function foldWords(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** A whole name for comparing: `Sapin_de_Noël` is `sapin de noel`. Of one made of signs (`+1`) every sign counts. */
export function foldName(name: string): string {
  return /^[+-]/.test(name) ? name : foldWords(name).join(' ')
}
