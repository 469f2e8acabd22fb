import type { Catalogue } from '../catalogue.ts'
import type { networks as english } from '../en/networks.ts'

export const networks: Catalogue<typeof english> = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  wordpress: 'WordPress',
  practice: 'Réseau d’entraînement',
  practiceInSentence: 'le réseau d’entraînement',
  practicePage: {
    hint: 'Tel qu’on le voit sur le réseau. Il ne vit que sur cet ordinateur : aucun navigateur ne peut l’ouvrir.',
    answers_one: '{{count}} réponse',
    answers_other: '{{count}} réponses',
    likes_one: '{{count}} mention j’aime',
    likes_other: '{{count}} mentions j’aime',
    boosts_one: '{{count}} partage',
    boosts_other: '{{count}} partages',
    imageWithoutText: 'Image sans description',
    filmWithoutText: 'Vidéo sans description'
  }
}
