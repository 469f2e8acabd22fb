/** Names of the networks, as they write themselves. */
export const networks = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  wordpress: 'WordPress',
  practice: 'Practice network',
  practice_in_sentence: 'the practice network',
  linkedin_page: 'LinkedIn Page',
  linkedin_page_in_sentence: 'LinkedIn Page',
  practicePage: {
    hint: 'As it stands on the network. It lives on this computer only: no browser can open it.',
    answers_one: '{{count}} answer',
    answers_other: '{{count}} answers',
    likes_one: '{{count}} like',
    likes_other: '{{count}} likes',
    boosts_one: '{{count}} boost',
    boosts_other: '{{count}} boosts',
    imageWithoutText: 'Image without a description',
    filmWithoutText: 'Video without a description'
  }
}
