/** French counts the first of a month and no other day: « 1er décembre ». Unicode's data leaves that out. */
export function writeFirstOfMonth(locale: string, text: string): string {
  return locale.startsWith('fr') ? text.replaceAll(/(?<![\d:])1(?=(?:[–-]\d+)? (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))/g, '1er') : text
}
