import type { Random } from '../../electron/engine/random.ts'

/**
 * Texts with the word frequencies of real ones (Zipf's law): a few words in almost every message, a few thousand in daily use, and a long
 * tail that is met once. Half of the messages are French, half English.
 */
const commonFrench =
  'de la le et les des un à est que en pour vous je pas une dans ce qui sur avec il nous plus mais merci bonjour bien on très votre au tout du si ne se me ou par sont cette être fait comme même ai mon ma vos avez cest quand depuis encore aussi sans était trop'
const commonEnglish =
  'the to and a of i you is in it for that this on my with have be are not was thanks hello your just but so at we what can if me do all from they an will when great how love there been please really more out would about get still why one has'
const topicsFrench =
  'livraison commande produit magasin équipe client qualité prix photo recette atelier café pain boulangerie saison fête marché samedi dimanche matin soirée ouverture horaire réservation retard remboursement colis facture réponse message question avis problème bravo magnifique dommage déçu content heureuse génial délicieux cadeau concours gagnant abonnés vidéo tutoriel boutique vélo jardin été hiver Noël printemps enfants école quartier ville Lyon Paris Marseille Bordeaux croissant chocolat fraise légumes bio locale artisanale nouveauté collection taille couleur bleu rouge vert échange garantie service adresse téléphone site lien page commentaire'
const topicsEnglish =
  'delivery order product store team customer quality price picture recipe workshop coffee bread bakery season party market saturday sunday morning evening opening hours booking delay refund parcel invoice answer message question review problem awesome beautiful pity disappointed happy delicious gift contest winner followers video tutorial shop bike garden summer winter Christmas spring kids school neighbourhood city London Dublin chocolate strawberry vegetables organic local handmade new collection size colour blue red green exchange warranty service address phone website link page comment'
const openings = 'ba bo cha cor da del fa fer ga gra ha ju ka la lu ma mer na no pa pre qui ra ro sa sol ta tri va vi xe zo é'.split(' ')
const middles = 'bi ca do ga li lo mi mo na ni pe ra ri sa se ti to tra va ve'.split(' ')
const endings = 'ble ment tion eur euse ing ness ette age ard el in on is as oir ique ence ly'.split(' ')
const firstNames = 'Léa Hugo Chloé Lucas Manon Enzo Inès Nathan Zoé Théo Alice Oscar Grace Liam Nora Finn Maeve Jack Aïcha Karim Yuki Sofia Mateo Anaïs'.split(' ')
const lastNames = 'Martin Bernard Dubois Durand Moreau Laurent Lefèvre Garnier Byrne Murphy Walsh Kelly Nguyen Haddad Costa Rossi Novak Jansen'.split(' ')

export interface MessageTexts {
  text(): string
  author(): { readonly name: string; readonly handle: string }
}

export function createMessageTexts(random: Random): MessageTexts {
  const languages = [vocabulary(commonFrench, topicsFrench), vocabulary(commonEnglish, topicsEnglish)]
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.fraction() * list.length)]!

  /** A rank by Zipf's law: rank r with a weight of 1/r, over 40,000 words. */
  function rank(): number {
    return Math.floor(Math.exp(random.fraction() * Math.log(40_000))) - 1
  }

  return {
    text() {
      const words = pick(languages)
      const length = 4 + Math.floor(random.fraction() ** 2 * 40)
      let text = ''
      for (let index = 0; index < length; index += 1) text += (index === 0 ? '' : ' ') + wordAt(words, rank())
      return text
    },
    author() {
      const name = `${pick(firstNames)} ${pick(lastNames)}`
      return { name, handle: `@${name.toLowerCase().replaceAll(' ', '.')}${Math.floor(random.fraction() * 200)}` }
    }
  }
}

function vocabulary(common: string, topics: string): readonly string[] {
  return [...common.split(' '), ...topics.split(' ')]
}

/** Beyond the lists, words are made of syllables: always the same word for the same rank. */
function wordAt(words: readonly string[], rank: number): string {
  const listed = words[rank]
  if (listed !== undefined) return listed
  const opening = openings[rank % openings.length]!
  const middle = middles[Math.floor(rank / openings.length) % middles.length]!
  const ending = endings[Math.floor(rank / (openings.length * middles.length)) % endings.length]!
  return rank > 12_000 ? `${opening}${middle}${middles[rank % middles.length]!}${ending}` : `${opening}${middle}${ending}`
}
