/** Where a network folds a long text: what stands above “See more”, and what only shows behind it. It cuts between words; `rest` is empty for a short text. */
export function foldText(text: string, longest: number): { readonly shown: string; readonly rest: string } {
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
  if (segments.length <= longest) return { shown: text, rest: '' }
  const end = segments[longest]?.index ?? text.length
  const space = text.slice(0, end).search(/\s\S*$/)
  const cut = space > 0 ? space : end
  return { shown: text.slice(0, cut), rest: text.slice(cut).trimStart() }
}
