/**
 * French puts a narrow no-break space before ; ! ? and a no-break space before the colon and inside « ». The data are typed with plain
 * spaces, which are what a keyboard gives; this puts the right ones. Times (`18:30`) and addresses stay.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ :(?=\s|$)/g, '\u00a0:')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/(\d) (€|%|h|g|kg|min)(?![\p{L}\p{N}])/gu, '$1\u00a0$2')
}
