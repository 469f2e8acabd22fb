/** Short words that one of the two languages uses all the time and the other never. */
const frenchWords = new Set('le la les des du un une et est sont au aux ce cette ces pour avec dans sur sans vous nous je tu il elle ils elles votre notre vos nos qui que quoi pas plus très bonjour merci chez vers leur leurs mais ou où été être'.split(' '))
const englishWords = new Set('the a an and is are was of to in for with this that these those you your we our us it its not more very hello thanks at by from their they but or be has have will who what'.split(' '))

/** Whether a text is written in French rather than English; undefined while it does not tell. Made for drafts, from the first words on. */
export function isFrench(text: string): boolean | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const french = words.filter((word) => frenchWords.has(word) || /[àâæçéèêëîïôœùûÿ]/.test(word)).length
  const english = words.filter((word) => englishWords.has(word)).length
  return french === english ? undefined : french > english
}
