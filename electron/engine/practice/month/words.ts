import type { Vocabulary } from '../community/phrase-kind.ts'

type Words = Pick<Vocabulary, 'drink' | 'pastry' | 'event' | 'day' | 'hour'>

/** Words of the trade that do not depend on the business. In French they carry their article, and all are masculine or agree with anything. */
export const frenchWords: Words = {
  drink: ['un flat white', 'un filtre', 'un cappuccino', 'une noisette', 'un double espresso', 'un chocolat chaud'],
  pastry: ['le cake au citron', 'le cookie à la fleur de sel', 'le banana bread', 'le far breton', 'le brownie aux noix'],
  event: ['l’atelier latte art', 'la rencontre du jeudi', 'le club de lecture', 'la dégustation', 'l’heure du conte'],
  day: ['mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  hour: ['9 h', '10 h 30', '14 h', '16 h', '18 h 30']
}

export const englishWords: Words = {
  drink: ['a flat white', 'a filter', 'a cappuccino', 'a cortado', 'a double espresso', 'a hot chocolate'],
  pastry: ['the lemon drizzle', 'the sea-salt cookie', 'the banana bread', 'the Welsh cakes', 'the walnut brownie'],
  event: ['the latte art workshop', 'the Thursday reading', 'the book club', 'the tasting', 'story hour'],
  day: ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  hour: ['9 am', '10.30', '2 pm', '4 pm', '6.30 pm']
}

/** What the business itself has names for: said alike in both languages. Authors and books are invented. */
export type Names = Pick<Vocabulary, 'blend' | 'book' | 'author' | 'shop'>
