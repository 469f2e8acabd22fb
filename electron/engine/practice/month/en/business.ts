import { englishWords, frenchWords, type Names } from '../words.ts'
import type { Business } from '../month-data.ts'
import { englishComments } from './comments.ts'
import { englishFeeds } from './feeds.ts'
import { englishDrafts, englishPosts } from './posts.ts'
import { englishMentions, englishMessages } from './private-and-mentions.ts'

const names: Names = {
  blend: ['Morning Tide', 'Harbour Light', 'Lockkeeper', 'Quiet Night', 'Long Reach'],
  book: ['“The Ferryman’s Almanac”', '“What the Gulls Know”', '“A Winter in Pill”', '“Small Grammar of Tides”', '“The Last Crossing”'],
  author: ['Nell Harcourt', 'Kofi Brandt', 'Sylvie Trelawney', 'Jonah Pryce'],
  shop: ['@halyardandpage']
}

export const halyardAndPage: Business = {
  language: 'en',
  name: 'Halyard & Page',
  handle: 'halyardandpage',
  note: 'Roastery, café and independent bookshop on the harbour, Bristol. Tuesday-Friday 8.30-7, Saturday from 9, Sunday 9.30-1.',
  colour: 'teal',
  followers: 2316,
  vocabulary: { en: { ...englishWords, ...names }, fr: { ...frenchWords, ...names } },
  posts: englishPosts,
  drafts: englishDrafts,
  talks: [...englishComments, ...englishMentions, ...englishMessages],
  feeds: englishFeeds,
  rules: [
    { name: 'About us', query: '"Halyard & Page" OR "Halyard and Page"' },
    { name: 'Coffee prices', query: '(price OR cost OR increase) AND coffee' }
  ]
}
