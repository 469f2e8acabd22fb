import type { Catalogue } from '../catalogue.ts'
import type { networks as english } from '../en/networks.ts'

export const networks: Catalogue<typeof english> = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  wordpress: 'WordPress',
  practice: 'Réseau d’entraînement',
  practice_in_sentence: 'le réseau d’entraînement',
  linkedin_page: 'Page LinkedIn',
  linkedin_page_in_sentence: 'LinkedIn',
  practicePage: {
    hint: 'Tel qu’on le voit sur le réseau. Il ne vit que sur cet ordinateur : aucun navigateur ne peut l’ouvrir.',
    answers_one: '{{count}} réponse',
    answers_other: '{{count}} réponses',
    likes_one: '{{count}} mention J’aime',
    likes_other: '{{count}} mentions J’aime',
    boosts_one: '{{count}} partage',
    boosts_other: '{{count}} partages',
    imageWithoutText: 'Image sans description',
    filmWithoutText: 'Vidéo sans description'
  }
}
