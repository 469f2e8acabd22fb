import { frenchSpaces } from '../community/french-spaces.ts'
import type { Language } from '../language.ts'
import { halyardAndPage } from './en/business.ts'
import { englishWorkshopPosts, englishWorkshopTalks } from './en/workshop.ts'
import { lesAmarres } from './fr/business.ts'
import { frenchWorkshopPosts, frenchWorkshopTalks } from './fr/workshop.ts'
import type { Business, Line, Talk } from './month-data.ts'

/** The practice business for a language, with its texts as they are published. */
export function businessFor(language: Language): Business {
  return language === 'fr' ? withFrenchSpaces(lesAmarres) : halyardAndPage
}

const workshops = {
  fr: {
    name: 'Les Amarres, l’atelier', handle: 'atelierdesamarres', note: 'L’atelier de torréfaction des Amarres, Nantes : ce qui grille, ce qui refroidit, ce qu’on y apprend.',
    posts: frenchWorkshopPosts, talks: frenchWorkshopTalks
  },
  en: {
    name: 'Halyard & Page, the workshop', handle: 'halyardworkshop', note: 'The roasting workshop of Halyard & Page, Bristol: what is in the drum, what is cooling, what we teach.',
    posts: englishWorkshopPosts, talks: englishWorkshopTalks
  }
} as const satisfies Record<Language, Pick<Business, 'name' | 'handle' | 'note' | 'posts' | 'talks'>>

/** The same business's workshop, which has an account of its own. */
export function workshopFor(language: Language): Business {
  const shop = language === 'fr' ? lesAmarres : halyardAndPage
  const workshop = workshops[language]
  const named = (words: Business['vocabulary'][Language]): Business['vocabulary'][Language] => ({ ...words, shop: [`@${workshop.handle}`] })
  const vocabulary = { fr: named(shop.vocabulary.fr), en: named(shop.vocabulary.en) }
  const business = { ...shop, ...workshop, vocabulary, followers: 214, drafts: [], feeds: [], rules: [] }
  return language === 'fr' ? withFrenchSpaces(business) : business
}

/** The data are typed with plain spaces; see `frenchSpaces`. Answers in English lie among them and have nothing that it would change. */
function withFrenchSpaces(business: Business): Business {
  return {
    ...business,
    note: frenchSpaces(business.note),
    posts: business.posts.map((post) => ({ ...post, text: frenchSpaces(post.text) })),
    drafts: business.drafts.map((draft) => ({ ...draft, text: frenchSpaces(draft.text) })),
    talks: business.talks.map(talkWithFrenchSpaces),
    feeds: business.feeds.map((feed) => ({
      ...feed,
      items: feed.items.map(([hours, title, summary]) => [hours, frenchSpaces(title), frenchSpaces(summary)] as const)
    }))
  }
}

function talkWithFrenchSpaces(talk: Talk): Talk {
  const lines = talk.lines.map((line): Line => ({ ...line, text: frenchSpaces(line.text) }))
  return { ...talk, lines }
}
