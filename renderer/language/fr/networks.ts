import type { Catalogue } from '../catalogue.ts'
import type { networks as english } from '../en/networks.ts'

export const networks: Catalogue<typeof english> = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  wordpress: 'WordPress',
  practice: 'Réseau d’entraînement'
}
