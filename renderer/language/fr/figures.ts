import type { Catalogue } from '../catalogue.ts'
import type { figures as english } from '../en/figures.ts'

export const figures: Catalogue<typeof english> = {
  of: {
    views_one: '{{count}} vue', views_other: '{{count}} vues',
    likes_one: '{{count}} mention J’aime', likes_other: '{{count}} mentions J’aime',
    reposts_one: '{{count}} partage', reposts_other: '{{count}} partages',
    quotes_one: '{{count}} citation', quotes_other: '{{count}} citations',
    replies_one: '{{count}} réponse', replies_other: '{{count}} réponses',
    saves_one: '{{count}} signet', saves_other: '{{count}} signets'
  },
  readAt: 'relevé {{when}}',
  gone: 'Ne s’y trouvait plus au dernier relevé, {{when}}.',
  readNow: 'Relever les chiffres',
  readNowFor: 'Relever les chiffres ({{amount}})',
  week: '{{change}} en {{length}}',
  column: 'Abonnés',
  notTold: 'Non communiqué'
}
