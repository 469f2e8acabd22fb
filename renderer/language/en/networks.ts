/** Names of the networks, as they write themselves. */
export const networks = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  wordpress: 'WordPress',
  practice: 'Practice network'
}
