import { englishWords, frenchWords, type Names } from '../words.ts'
import type { Business } from '../month-data.ts'
import { frenchComments } from './comments.ts'
import { frenchFeeds } from './feeds.ts'
import { frenchDrafts, frenchPosts } from './posts.ts'
import { frenchMentions, frenchMessages } from './private-and-mentions.ts'

const names: Names = {
  blend: ['Brume de Loire', 'Quai Ouest', 'Belle Équipe', 'Nuit calme', 'Grand Large'],
  book: ['« La Route des estuaires »', '« Ce que savent les mouettes »', '« L’Hiver à Paimbœuf »', '« Petite grammaire des marées »', '« Le Dernier Bac »'],
  author: ['Margot Delaunay', 'Karim Belhadj', 'Sylvaine Tréguer', 'Jonas Morvan'],
  shop: ['@lesamarres']
}

export const lesAmarres: Business = {
  language: 'fr',
  name: 'Les Amarres',
  handle: 'lesamarres',
  note: 'Brûlerie, café et librairie indépendante, quai de la Fosse à Nantes. Mardi-vendredi 8 h 30-19 h, samedi dès 9 h, dimanche 9 h 30-13 h.',
  colour: 'teal',
  followers: 2316,
  vocabulary: { fr: { ...frenchWords, ...names }, en: { ...englishWords, ...names } },
  posts: frenchPosts,
  drafts: frenchDrafts,
  talks: [...frenchComments, ...frenchMentions, ...frenchMessages],
  feeds: frenchFeeds,
  rules: [
    { name: 'On parle de nous', query: 'Amarres OR "quai de la Fosse"' },
    { name: 'Prix du café', query: '(prix OR cours OR hausse) AND café' }
  ]
}
