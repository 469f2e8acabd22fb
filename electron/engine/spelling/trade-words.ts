/** What the dictionaries do not know and everybody in this trade writes; names of networks and formats, and how people greet. In small letters. */
export const tradeWords: ReadonlySet<string> = new Set(
  (
    'bluesky mastodon linkedin tiktok youtube whatsapp wordpress discourse telegram reddit pinterest snapchat instagram facebook threads twitch dailymotion fediverse canva openagenda ' +
    'hashtag hashtags story stories reel reels feed feeds follower followers giveaway giveaways emoji emojis émoji émojis qr rdv svp stp asap moodboard moodboards unboxing vlog vlogs podcast podcasts ' +
    'brief briefs repost reposts reposted webhook webhooks retweet retweets crosspost wording storytelling webinaire webinaires tuto tutos insta dm dms rgpd faq ok merch online offline clickbait teasing behind-the-scenes ' +
    'startup startups freelance freelances coworking afterwork afterworks brunch brunchs food foodie foodies vegan vegans véganes'
  ).split(' ')
)
