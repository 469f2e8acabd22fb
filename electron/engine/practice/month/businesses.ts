import { frenchSpaces } from '../community/french-spaces.ts'
import type { Language } from '../language.ts'
import { halyardAndPage } from './en/business.ts'
import { lesAmarres } from './fr/business.ts'
import type { Business, Line, Talk } from './month-data.ts'

/** The practice business for a language, with its texts as they are published. */
export function businessFor(language: Language): Business {
  return language === 'fr' ? withFrenchSpaces(lesAmarres) : halyardAndPage
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
