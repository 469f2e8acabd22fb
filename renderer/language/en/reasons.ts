import type { StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import type { WatchQueryProblem } from '../../../shared/watch/watch-query.ts'

interface Sentences {
  readonly what: string
  readonly next: string
}

/** For codes that stand for several mistakes: the sentence for each, by the reason in the error's details. Else the texts of errors.ts. */
export const reasons = {
  conflict: {
    delivered_before: { what: 'This very request came once before, and what became of it then is not known here.', next: 'Nothing was done this time. Look whether it happened; if not, press again.' },
    sent_since: { what: 'This has been sent once more since you looked, and nobody knows whether it arrived this time.', next: 'Nothing was sent now. Look for it again on the network, then decide.' },
    changed_since: { what: 'This is no longer as it was when you were asked: it was decided elsewhere meanwhile, or it went out.', next: 'Nothing was dropped. Look where it stands now, then decide.' },
    not_held: { what: 'One of these is no longer held: somebody decided on it meanwhile.', next: 'None of these decisions was carried out. What is still held is in the outbox: decide on it there.' },
    edited_since: { what: 'The post was edited since, so nothing was undone.', next: 'Its text is safe, as it was written last.' },
    account_removed: { what: 'Its account was removed from this client while it was not known whether it had arrived.', next: 'Vigie can neither look for it nor send it. Look at the account on the network, and say here whether it is there.' }
  },
  address_refused: {
    not_an_address: { what: 'This is no web address.', next: 'Write it like site.example or https://site.example/feed.' },
    not_a_server: { what: 'This is no address of a server or a site.', next: 'Write it like site.example or https://site.example.' },
    dailymotion_place: { what: 'The channel, its category or its audience is missing.', next: 'Give all three, then try again.' },
    scheme: { what: 'This is no web address.', next: 'It has to begin with https:// or http://.' },
    not_https: { what: 'This leads to {{host}} without encryption.', next: 'Use its https address. A feed without https can be followed by its own address, with http:// in front.' },
    credentials: { what: 'There is a name or a password in this address.', next: 'Take out what stands before the @.' },
    private: { what: '{{host}} belongs to this computer or to a private network.', next: 'Vigie reads public sites only. Check the address.' },
    cross_origin_redirect: { what: 'The server sends Vigie on to {{host}}.', next: 'A login is not handed to another server. Give that address instead.' }
  },
  feed_gone: {
    never_followed: { what: 'Nothing at this address: check it.', next: 'The address of the site is enough: Vigie looks for the feed there.' }
  },
  unreachable: {
    network_not_reached: { what: '{{network}} cannot be reached.', next: 'Check that this computer is connected to the internet, then try again.' },
    name_not_found: { what: '{{host}} cannot be reached.', next: 'Check that this computer is connected to the internet, then try again.' },
    typed_name_not_found: { what: '{{host}} was not found.', next: 'Check how the address is written, and whether this computer is connected.' },
    proxy: { what: 'The proxy of this network does not let Vigie through to {{host}}.', next: 'Nothing was sent. Whoever runs the network can allow it.' },
    proxy_login: { what: 'The proxy of this network wants a name and a password.', next: 'Nothing was sent. Give them in the line above the screen, or in the settings.' },
    proxy_login_kind: { what: 'The proxy of this network wants a way of signing in that Vigie does not know (NTLM, Kerberos, Digest).', next: 'Nothing was sent. Whoever runs the network can allow a name and a password (Basic), or let {{host}} through without.' }
  },
  over_cap: {
    message: { what: 'This message would cost more than the cap of this month leaves.', next: 'It was not sent. Raise the cap in the settings, then send it from here.' },
    reading: { what: 'Reading could cost more than the cap of this month leaves.', next: 'Nothing was read. Raise the cap in the settings, or wait for the next month.' }
  },
  rejected: {
    answered_there: { what: 'Somebody else answered this review on the network meanwhile.', next: 'Nothing was sent, and their answer stands. Take yours back into the field, look at theirs, then send again to put yours in its place.' },
    gone: { what: 'The post or comment this belongs to is no longer there.', next: 'Its author may have deleted it, or blocked this account. Nothing was sent; drop it here.' },
    pin_changed: { what: 'Another post was pinned there since you were asked, so it was left where it is.', next: 'Nothing was done. Drop this here, then press “Pin” once more: Vigie names the post that would lose its place.' },
    pins_full: { what: 'As many posts are pinned there as the network allows.', next: 'Nothing was done. Unpin another one first, then try again.' },
    pin_not_allowed: { what: 'The network does not let this account pin there.', next: 'Nothing was done. Somebody who runs the place can give it the right; then try again.' },
    pin_scope: { what: 'The login of this account was not given the right to pin.', next: 'Nothing was done. Reconnect the account on the accounts page: the login then asks for it. Then try again.' },
    not_pinnable: { what: 'The network pins no post of this kind: a private one, for instance.', next: 'Nothing was done. Drop it here.' },
    poll_over: { what: 'Its poll is over, or about to be: a change would open it again.', next: 'Nothing was written. Drop it here.' },
    formatted_there: { what: 'Somebody, or a plug-in, gave the words a form there that Vigie would lose: a heading, a table, a colour.', next: 'Nothing was written. Change the words there.' },
    edit_too_late: { what: 'X lets a post be changed only for a while, which is over.', next: 'Nothing was written. Drop the change here; for other words, delete the post and write it again.' },
    no_edits_left: { what: 'It was changed as often as X lets it be.', next: 'Nothing was written. Drop the change here; for other words, delete the post and write it again.' },
    not_editable_there: { what: 'X does not let this post be changed.', next: 'Nothing was written. X keeps that for certain posts, and for certain accounts. Drop the change here.' },
    label_gone: { what: 'The forum no longer has the tag “{{category}}”.', next: 'Nothing was sent. Take it away or choose another one for this account, then send it again.' },
    discord_forum: { what: 'This channel is a forum: its posts have a title.', next: 'Nothing was sent. Check the account, so that Vigie knows; a webhook is connected anew, with the mark that its channel is a forum. Then give the post a title.' },
    discord_no_forum: { what: 'This channel is no forum, or no more.', next: 'Nothing was sent. Connect the webhook anew without the mark that its channel is a forum.' },
    discord_tag_needed: { what: 'The forum takes no post without a tag that this account may give.', next: 'Nothing was sent. Choose a tag; a webhook is told of none, so connect a bot, or let the forum take posts without one.' },
    discord_tag_gone: { what: 'The forum no longer has one of the tags.', next: 'Nothing was sent. Look at the tags of this account again.' },
    discord_at_rest: { what: 'The post in the forum is at rest: nothing in it can be changed.', next: 'Nothing was done. An answer in it, from here or there, wakes it. Then try again.' },
    discord_locked: { what: 'The post in the forum is closed to answers.', next: 'Open it again there, or give the bot the right to manage threads.' },
    discord_threads_right: { what: 'The bot may not delete posts in the forum, its own neither.', next: 'It is still there. Give the bot the right to manage threads in the channel, or delete the post there.' },
    discord_lock_right: { what: 'The bot may not close posts in the forum, nor open them.', next: 'Nothing was done. Give the bot the right to manage threads in the channel, or do it there.' },
    section_gone: { what: 'The board no longer has the section “{{category}}”, which the pin is to stand in.', next: 'Nothing was sent. Take it away or choose another one for this account, then try again.' },
    category_gone: { what: 'The site no longer has the category “{{category}}”, under which the post is to be filed.', next: 'Nothing was sent. Take it away or choose another one for this account, then try again.' },
    tag_not_made: { what: 'The site did not make the tag “{{tag}}”: {{said}}', next: 'Nothing was published. Take the tag away, choose one that the site has, or have somebody make it there, then try again.' },
    tags_not_allowed: { what: 'The forum has no tags, or does not let this account set any.', next: 'Nothing was sent. Take the tags away for this account, then try again.' },
    tag_unknown: { what: 'The forum has no tag “{{tag}}”, and does not let this account make one.', next: 'Nothing was sent. Choose a tag that is there, then try again.' },
    title_refused: { what: 'The forum did not take the new title: {{said}}', next: 'The words are changed there already, the title is not. Choose another title, then change it anew.' },
    no_words_there: { what: 'The words of a post with a picture, a film or a link cannot be changed there.', next: 'Nothing was written. Drop it here.' },
    held_for_review: { what: 'The forum holds it back until a moderator has looked at it.', next: 'It may appear there without Vigie. Look in the forum before you send it again.' },
    page_role: { what: 'Your role on this Page does not let Vigie read its comments.', next: 'Somebody with full access to the Page can give you the right to answer comments. Then reconnect it.' },
    duplicate: { what: 'This very text stands on this account already.', next: 'Nothing was sent a second time. Change a word, or drop it here.' },
    private_reply_used: { what: 'This comment was answered in private already: the network takes one such message.', next: 'Nothing was sent. Answer under the comment, or in the conversation once they write.' },
    private_reply_over: { what: 'A private answer to a comment is taken within seven days of it.', next: 'Nothing was sent. Answer under the comment.' },
    window_closed: { what: 'The other person wrote more than 24 hours ago: the network takes no answer any more.', next: 'Nothing was sent. Answer once they write again, or in the network itself.' },
    messages_not_allowed: { what: 'X does not let this login read private messages: {{said}}', next: 'Reconnect the account: the login then asks for the right (dm.read and dm.write). Should X refuse that, choose “Read and write and Direct message” in the app’s settings there first.' },
    message_refused: { what: 'X did not take the private message: {{said}}', next: 'Nothing was sent. The person takes no messages from this account, or its login has no right to write them: then reconnect the account, and try again.' },
    no_credit: { what: 'No credit is left at X.', next: 'Nothing was done. Buy credit in X’s developer console, then try again.' },
    message_too_long: { what: 'A private message there is shorter: 2,000 characters on Facebook, about 1,000 on Instagram.', next: 'Nothing was sent. Shorten it, then try again.' },
    words_alone: { what: 'An answer there holds words alone.', next: 'Nothing was sent. Take the picture out, then try again.' },
    answer_too_long: { what: 'An answer on LinkedIn has 1,250 characters at most.', next: 'Nothing was sent. Shorten it, then try again.' },
    flair_needed: { what: 'This community wants a flair with each post.', next: 'Put the flair’s name in square brackets at the beginning of the title, such as [Question], then try again.' },
    limits_shrank: { what: 'The server takes shorter posts by now than when this thread was planned, and a part of it is too long.', next: 'Nothing of it was sent. Shorten the part in the composer, then send the thread again.' },
    not_below_ours: { what: 'It does not stand below a post of this account.', next: 'Only answers below posts of your own can be hidden. Drop it here; mute or block its author instead.' },
    quotes_nothing: { what: 'This quotes no post of yours any more.', next: 'There is nothing to take it out of. Drop this here.' },
    too_many_detached: { what: 'Bluesky takes a post out of 50 quotes at most, and so many are there already.', next: 'Let it be shown in one of them again first, or block the author.' },
    answers_limited: { what: 'On Bluesky it was chosen who may answer in this thread, and closing or opening it would overwrite that.', next: 'Change who may answer in Bluesky’s own app.' },
    too_many_hidden: { what: 'Bluesky hides 300 answers below a post, and so many are hidden already.', next: 'Show one of them again first, or close the thread in Bluesky’s own app.' },
    picture_lost: { what: 'Reddit took the picture or the film and does not show the post yet.', next: 'Look on Reddit before you send it again.' },
    cover_needed: { what: 'A film goes there only with a cover, and this one has none.', next: 'Choose its cover, then send it again.' },
    author_gone: { what: 'Who wrote this is no longer told.', next: 'Unblock this person in Reddit’s own settings.' },
    trial_access: { what: 'Your app at Pinterest has Trial access alone, with which nothing is published.', next: 'Ask for Standard access on Pinterest’s developer pages, then try again.' },
    one_picture: { what: 'An answer on Facebook holds one picture.', next: 'Nothing was sent. Leave one picture, then try again.' },
    picture_needed: { what: 'Nothing is published there without a picture or a video.', next: 'Nothing was sent. Add one, then try again.' },
    places_closed: { what: 'Meta does not let this app search for places: that takes “Page Public Metadata Access”, which it gives after a review of the app and of the business.', next: 'Nothing is wrong with the account. Paste the address or the number of the place’s Page instead.' },
    place_refused: { what: 'Instagram does not take “{{said}}” as a place: its Page names no address, or is not there.', next: 'Nothing was published. Choose the Page of a place, or take it away, then try again.' },
    people_refused: { what: 'Instagram refuses a name among those who are shown ({{names}}), and does not say which.', next: 'Nothing was published. The name may be misspelt, the account private, or closed to tags. Correct it or take it away, then try again.' },
    people_too_many: { what: 'More people are named in one file than Instagram takes: {{names}}.', next: 'Nothing was published. Take some of them away, then try again.' },
    no_picture_in_answers: { what: 'An answer on Instagram holds words alone.', next: 'Nothing was sent. Take the picture out, then try again.' },
    author_not_told: { what: 'Facebook does not say who wrote this.', next: 'Block this person on Facebook itself.' },
    one_video: { what: 'A post on YouTube is one video.', next: 'Nothing was sent. Leave one video in it, and no picture.' },
    warning_without_words: { what: 'A content warning needs words to stand above: without them it would be the post itself.', next: 'Nothing was sent. Write some words, or take the warning away, then send it again.' },
    kids_unsaid: { what: 'Nobody has said yet whether this video is made for kids, which YouTube and the law ask of whoever uploads it.', next: 'Nothing was sent. Say it in the post, and in the series that it comes from, then send it again.' },
    no_files_in_comments: { what: 'A comment on YouTube holds words alone.', next: 'Nothing was sent. Take the file out, then try again.' },
    video_unreadable: { what: 'YouTube could not read the video.', next: 'Nobody sees it. Export it again, as MP4 with H.264 for instance, and write a new post with it.' },
    video_too_long: { what: 'The video is longer than YouTube allows this channel.', next: 'Confirm the channel’s telephone number at youtube.com/verify for videos of more than fifteen minutes, or shorten the video.' },
    video_duplicate: { what: 'YouTube has this very video already and does not show it twice.', next: 'Look in YouTube Studio which one is meant to stay.' },
    video_refused: { what: 'YouTube took the video and then refused it.', next: 'YouTube Studio says why: rights of somebody else, or its rules.' },
    locked_private: { what: 'YouTube keeps private what your project uploads, until Google has audited it.', next: 'The copy there was removed, nothing is planned there. Ask Google for the audit, or publish by hand.' },
    api_not_enabled: { what: 'In your Google project, the YouTube Data API is not enabled.', next: 'Enable “YouTube Data API v3” in the Google Cloud console, wait some minutes, then try again.' },
    cover_not_allowed: { what: 'YouTube takes no cover from this channel yet.', next: 'The video is out as it was sent, and stays. Confirm the channel’s telephone number at youtube.com/verify, then try again here; or drop it, and YouTube chooses the picture.' },
    cover_refused: { what: 'YouTube did not take this picture as a cover.', next: 'The video is out as it was sent, and stays. Set another cover in YouTube Studio, or drop this one here.' },
    playlist_gone: { what: 'The playlist is not there any more.', next: 'The video is out as it was sent, and stays. Put it into another one in YouTube Studio, or drop this here.' },
    playlist_full: { what: 'YouTube takes no more videos into this playlist.', next: 'The video is out as it was sent, and stays. Make room in the playlist and try again, or drop this here.' },
    playlist_not_ours: { what: 'YouTube does not let this channel add to this playlist.', next: 'The video is out as it was sent, and stays. Put it into another one in YouTube Studio, or drop this here.' },
    not_for_everybody: { what: 'At its time, YouTube would publish the video for everybody.', next: 'Nothing was sent. A video that not everybody may see goes from this computer.' },
    upload_limit: { what: 'This channel may upload no more videos today, says YouTube.', next: 'Nothing was published. Try again in twenty-four hours.' },
    one_photo: { what: 'A post on a business profile has one photo, and no video.', next: 'Nothing was sent. Leave one photo in it, then try again.' },
    google_refused_post: { what: 'Google looked at the post and does not show it: something in it is against its rules for posts (a telephone number in the text often is).', next: 'Nobody sees it. Change the words or the photo, then send it again; the refused one can be deleted at business.google.com.' },
    occasion_over: { what: 'The event or offer of this post is over.', next: 'Nothing was sent. Change when it ends, then publish again.' },
    google_refused_reply: { what: 'Google looked at the answer and does not show it: something in it is against its rules.', next: 'Nobody sees it. Change the words, then send it again.' },
    google_no_quota: { what: 'Google has not let your project in yet: it may make no call at all (a quota of 0).', next: 'Nothing was done. Ask for “Basic API Access” with Google’s form, as the assistant says, and wait for the answer by e-mail; then try again.' },
    google_business_off: { what: 'In your Google project, one of the interfaces of the business profile is not enabled.', next: 'Enable the four of them in the Google Cloud console, as the assistant says, wait some minutes, then try again.' },
    one_film: { what: 'A post on Dailymotion is one video.', next: 'Nothing was sent. Leave one video in it, and no picture.' },
    one_draft_video: { what: 'A post on TikTok is one video, or pictures.', next: 'Nothing was sent. Leave one video in it, or up to 35 pictures, and not both.' },
    tiktok_format: { what: 'TikTok did not take the video or the pictures: their format, size or frame rate.', next: 'Nothing came of it. Export a video as MP4 with H.264, between 360 and 4096 pixels and 23 to 60 frames a second, and pictures as JPEG; then write a new post with them.' },
    tiktok_domain: { what: 'TikTok fetches pictures only from a domain that your app there has shown to be its own.', next: 'Nothing was sent. On TikTok’s developer pages, under “URL properties”, verify the address of this client’s public place for pictures, then try again. Or publish by hand.' },
    tiktok_pull: { what: 'TikTok could not fetch the pictures at the client’s public place.', next: 'Nothing came of it. Try the place in Settings → Public place for pictures, then send it again.' },
    tiktok_duration: { what: 'TikTok did not take the video: it is too long or too short for this account.', next: 'Nothing came of it. Cut the video, then write a new post with it.' },
    tiktok_banned: { what: 'TikTok does not let this account post at the moment.', next: 'Nothing came of it. TikTok’s own app says why.' },
    tiktok_login_ended: { what: 'The account withdrew the app’s access while TikTok was at work.', next: 'Nothing came of it. Reconnect the account, then send it again.' },
    tiktok_cancelled: { what: 'The hand-over was cancelled in TikTok.', next: 'Nothing came of it. Send it again, or drop it here.' },
    tiktok_failed: { what: 'TikTok took what was sent and then made nothing of it.', next: 'Nobody saw anything. Send it again later, or publish it by hand.' },
    tiktok_audience: { what: 'TikTok does not offer this account what was chosen for who may see the post.', next: 'Nothing was sent. The account’s settings there have changed, or it was never one of its choices: write the post anew and choose again, or send it as a draft.' },
    tiktok_allowance: { what: 'The account’s settings on TikTok do not allow what the post allows: comments, duets or stitches.', next: 'Nothing was sent. Change the settings in TikTok’s app and try again, or write the post anew without that.' },
    tiktok_disclosure: { what: 'The post is marked as commercial, and whom it promotes was not said.', next: 'Nothing was sent. Write it anew and say whether it promotes yourself, a third party, or both.' },
    tiktok_partner_private: { what: 'Branded content visibility cannot be set to private on TikTok.', next: 'Nothing was sent. Write the post anew and choose who else may see it.' },
    tiktok_too_long: { what: 'The video is longer than TikTok lets this account post.', next: 'Nothing was sent. Cut the video, then write a new post with it.' },
    tiktok_no_direct: { what: 'The app may not post directly: it lacks the right video.publish, or the login did not give it.', next: 'Nothing was sent. Connect the account again with “Also publish directly” chosen, or send the post as a draft.' },
    tiktok_unaudited: { what: 'TikTok has not audited your app: through it, only accounts that are private can post, for themselves alone.', next: 'Nothing was sent. Make the account private in TikTok’s app and choose “Only you”, send the post as a draft, or ask TikTok for the audit.' },
    tiktok_app_version: { what: 'The TikTok app of this account is too old for that.', next: 'Nothing was sent. Update TikTok’s app, then try again.' },
    tiktok_too_many: { what: 'TikTok takes no more posts from this account today.', next: 'Nothing came of it. Try again tomorrow, or publish it in TikTok’s app.' },
    tiktok_words: { what: 'TikTok did not take the words of the post: it finds them risky.', next: 'Nothing came of it. Change the words in a new post.' },
    tiktok_spam: { what: 'TikTok takes the post for spam.', next: 'Nothing came of it. TikTok’s own app may say more; publish it there, or change it.' },
    already_saved: { what: 'This pin is on the board already.', next: 'Nothing was sent. Choose another board, or take it away there first if it is to stand there anew.' },
    quoted_gone: { what: 'The quoted post is no longer there.', next: 'Nothing was sent. Take it out of the post, or give the post up.' },
    quotes_closed: { what: 'Its author lets nobody quote this post.', next: 'Nothing was sent. Take it out of the post, and name its address in the words if you want to.' },
    quotes_not_here: { what: 'This Mastodon server has no quotes yet.', next: 'Nothing was sent. They come with version 4.5; until then, put the address of the post into the words.' },
    quote_not_public: { what: 'Fewer people may read the quoted post than yours.', next: 'Nothing was sent: your post would have shown its words to all of them. Take it out of the post.' },
    quote_private: { what: 'The quoted post is not for everybody.', next: 'Nothing was sent: the network would make yours one for a few, too. Take it out of the post.' },
    replies_closed: { what: 'The author takes no answers in this thread.', next: 'Nobody would see it, so nothing was sent. A like is still possible.' }
  },
  wrong_credentials: {
    odd_key: { what: 'There is a character in this key that does not belong there.', next: 'Nothing was sent. Copy it again, the whole of it, where it is shown without dots or stars.' },
    odd_name: { what: 'There is a character in this user name that does not belong there.', next: 'Nothing was sent. Write it again, just as the network shows it.' },
    app_password_needed: { what: 'That is the password of the account itself.', next: 'Vigie needs an app password. Make one in the settings of Bluesky, under Privacy and security.' },
    no_such_handle: { what: 'There is no account of this handle.', next: 'Write it whole, such as lea.bsky.social. An e-mail address does not do here.' },
    no_bot_token: { what: 'Telegram does not know this token.', next: 'Copy it whole from @BotFather’s message: figures, a colon, then letters. /token shows it again.' },
    no_dailymotion_key: { what: 'Dailymotion does not know this key, or it lacks a right.', next: 'Copy key and secret again, and check that the key may read the account and manage videos.' },
    no_webhook_address: { what: 'This is no address of a webhook.', next: 'Nothing was asked of Discord. Such an address begins with https://discord.com/api/webhooks/ and goes on with a number and a key: copy the whole of it there.' },
    no_bot_token_of_discord: { what: 'This is no token of a bot.', next: 'Nothing was asked of Discord. A token is one long word with two full stops in it; the page Bot of your app there shows it after “Reset Token”.' },
    no_discord_key: { what: 'Discord does not know this key.', next: 'Copy the webhook’s whole address, or reset the bot’s token and copy the new one.' }
  },
  login_refused: {
    app_passwords_disabled: { what: 'This site has switched application passwords off.', next: 'Whoever runs the site can switch them on again. They also need https.' },
    no_browser_login: { what: 'This server does not let programs such as Vigie in through the browser.', next: 'Nothing was connected. Connect with an app password instead.' },
    clock_is_off: { what: 'The server takes the clock of this computer to be wrong.', next: 'Nothing was connected. Set its date and time, then start again.' },
    bot_no_admin: { what: 'The bot is there, but may not post in this channel.', next: 'Make it an administrator with the right to post messages. Check the channel’s name, too.' },
    no_page: { what: 'This person manages no Page on which the app may publish.', next: 'Log in as somebody who may, and choose the Page on Facebook’s page during the login. A Page of a business portfolio shows only if you let the app see the portfolio there.' },
    no_board: { what: 'This person has no public board on Pinterest.', next: 'Make one there, then log in again.' },
    no_linkedin_page: { what: 'This person manages no LinkedIn page on which the app may publish.', next: 'Log in as a super admin or content admin of the page.' },
    no_channel: { what: 'This Google account has no YouTube channel.', next: 'Nothing was connected. Create a channel at youtube.com, or choose another account on Google’s page.' },
    no_profile: { what: 'This Google account manages no business profile.', next: 'Nothing was connected. Choose another account on Google’s page, or have the owner of the profile add this one as a manager.' },
    profile_unverified: { what: 'None of this account’s business profiles is verified.', next: 'Nothing was connected. Verify the profile at business.google.com; then log in again.' },
    scope_missing: { what: 'The right that was asked for was not given.', next: 'Nothing was connected. Log in once more and leave every box on Google’s page ticked.' },
    bot_in_use: { what: 'Another account in Vigie already uses this bot.', next: 'What people write to it would reach only one of the two. Make a bot of its own for this channel with @BotFather.' },
    no_dailymotion_channel: { what: 'The key does not open this channel, or it opens several.', next: 'Nothing was connected. Give the name of one channel that the key was made for.' },
    no_discord_channel: { what: 'The bot does not see this channel.', next: 'Invite it to the server, let it view the channel, and copy the channel’s link again.' }
  },
  account_in_use: {
    through_another_login: { what: 'This profile is already connected to this client, through another Google account.', next: 'Nothing was changed. To reach it through this one, remove it on the accounts screen first.' }
  },
  other_account: {
    through_another_login: { what: 'The login reaches {{handle}} through another Google account than the one it is connected with.', next: 'Nothing was changed. Log in with that one, or remove {{handle}} here and connect it anew.' },
    not_the_one_named: { what: 'The browser logged in another account than {{handle}}.', next: 'Nothing was connected. Log in there as {{handle}}, or give the handle of the other account here.' }
  },
  media_host_failed: {
    unreachable: { what: 'The place for pictures cannot be reached ({{host}}).', next: 'Check its address and your connection. Nothing was published.' },
    server: { what: 'The place for pictures has a problem ({{host}}).', next: 'It is not your fault. Try again later. Nothing was published.' },
    keys_refused: { what: '{{host}} does not accept these keys.', next: 'Check both keys, and that they may write and delete in this bucket.' },
    keys_missing: { what: 'The keys of the storage are not in the keychain.', next: 'Enter them again in Settings → Public place for pictures.' },
    no_bucket: { what: '{{host}} knows no bucket of this name.', next: 'Check the name of the bucket and the address of the storage.' },
    wrong_region: { what: 'The bucket is in another region than the one given.', next: 'Copy the region from the page of the storage, such as eu-west-3.' },
    clock_is_off: { what: '{{host}} takes the clock of this computer to be wrong.', next: 'Set its date and time, then try again.' },
    account_gone: { what: 'The WordPress account that lent the place is no longer connected.', next: 'Connect it again, or choose another place in Settings → Public place for pictures.' },
    account_refused: { what: 'The WordPress site does not let Vigie into its media library.', next: 'Reconnect the account; its user needs the right to upload files.' },
    not_public: { what: 'The picture was stored, but not everybody can fetch it at {{host}}.', next: 'Allow reading without a key for this bucket, or correct the public address. Networks fetch it like any visitor.' },
    other_content: { what: 'Who fetches the picture at {{host}} gets something else.', next: 'A page, a firewall or another folder stands at this address. Correct the public address.' },
    not_removed: { what: 'The picture was stored, but could not be taken away again.', next: 'Allow these keys to delete too: Vigie leaves nothing lying there.' },
    refused: { what: 'The place for pictures refused the file.', next: 'Look at its settings: the kind of file, the space that is left, the rights of these keys.' },
    not_converted: { what: 'The picture {{fileName}} could not be made into a JPEG.', next: 'Replace it by a JPEG, then try again.' }
  },
  media_refused: {
    too_large: { what: '{{fileName}} is too large for {{host}}.', next: 'Nothing was published. Make the image smaller, then try again.' }
  },
  disk_full: {
    no_room: { what: 'There is not enough room on the disk for {{fileName}}.', next: 'It needs {{limit}} MB. Nothing was added. Free some space, then add it again.' }
  },
  media_unreadable: {
    damaged: { what: '{{fileName}} is damaged.', next: 'Networks would refuse it. Fetch it again, or open it in an image program and save it again.' },
    cut_off: { what: 'The end of {{fileName}} is missing.', next: 'Its copy or its download was cut short. Fetch it again, whole.' }
  },
  captions_unreadable: {
    empty: { what: '{{fileName}} is empty.', next: 'Nothing was added. Copy the subtitles again from where they come from.' },
    too_large: { what: '{{fileName}} is too large for subtitles.', next: 'Nothing was added. Files up to 1 MB are read: a film of ten hours has half of that. Choose the file of subtitles itself.' },
    not_text: { what: '{{fileName}} is no text.', next: 'Nothing was added. Subtitles are text in a .srt or .vtt file; where a program has packed them otherwise, export them as one of these.' },
    no_cues: { what: 'There are no subtitles in {{fileName}}.', next: 'Nothing was added. Each one needs a line with its times, such as 00:00:01,000 --> 00:00:04,000, and its words below.' },
    time_unreadable: { what: 'Line {{line}} of {{fileName}} has a time that cannot be read.', next: 'Nothing was added. Write it as 00:00:01,000 --> 00:00:04,000, then add the file again.' },
    runs_backwards: { what: 'The times of {{fileName}} run backwards at line {{line}}.', next: 'Nothing was added. These words end before they begin, or begin before those above them. Put the times right, then add the file again.' },
    beyond_film: { what: '{{fileName}} goes on after the film is over.', next: 'Nothing was added. Its last words begin at {{at}}, the film lasts {{length}}. It may be of another film, or of a longer version.' }
  },
  video_unreadable: {
    empty: { what: '{{fileName}} is empty.', next: 'The file has no content at all. Copy it again from where it comes from.' },
    cut: { what: 'The end of {{fileName}} is missing.', next: 'Its copy or its download was cut short. Fetch it again, whole.' },
    encrypted: { what: '{{fileName}} is protected against copying.', next: 'No network could play it. Ask for a version without protection.' },
    codec: { what: 'This film is packed in a way that cannot be cut here.', next: 'Nothing was made. Export it as H.264 in an MP4, then try again.' },
    no_picture: { what: 'There is no video in {{fileName}}.', next: 'It may hold sound alone. Choose a file with a picture.' },
    no_decoder: { what: 'This computer cannot read how {{fileName}} is encoded.', next: 'Nothing was made. Export it as MP4 with H.264 on the device that made it, or on another computer.' },
    no_encoder: { what: 'This computer cannot encode {{fileName}} as H.264.', next: 'Nothing was made. Export it as MP4 with H.264 in a video program.' },
    changed: { what: '{{fileName}} changed while it was being added.', next: 'Nothing was added. Wait until it is finished, then add it again.' }
  },
  nothing_to_publish: {
    out_already: { what: 'This post is published already, on all its accounts.', next: 'Write again from it to publish its text once more.' }
  },
  post_not_editable: {
    looked_for: { what: 'Something of it may have arrived already.', next: 'Vigie looks on the network first. If it is not there, it is taken back by itself; it is never sent again.' },
    being_deleted: { what: 'This is being deleted on one of its accounts.', next: 'Nothing more of it goes out there meanwhile. Once it is deleted, or you decided against that in the outbox, try again.' },
    file_came_late: { what: '“{{fileName}}” came in too late: the post was changed elsewhere or given its time meanwhile.', next: 'It is in the library, and can be put in from there.' }
  },
  post_has_problems: {
    occasion_over: { what: 'The event or offer of this post is over by then.', next: 'Nothing was scheduled or moved. Choose an earlier hour, or change when it ends.' },
    occasion_over_in_series: { what: 'This would go on repeating a post after its event or offer is over.', next: 'Nothing was scheduled. Let the repetition end by then, or change when it ends.' },
    too_many_files: { what: '“{{fileName}}” is not in the post: {{limit}} files are the most there can be.', next: 'It is in the library. Take another one out, or make the post a thread.' }
  },
  query_unreadable: {
    unclosed_quote: { what: 'The quotation mark at position {{position}} is not closed.', next: 'Add one where the phrase ends.' },
    unclosed_parenthesis: { what: 'The parenthesis at position {{position}} is not closed.', next: 'Add a ) where it ends.' },
    unexpected_parenthesis: { what: 'The ) at position {{position}} closes nothing.', next: 'Take it out, or add a ( before it.' },
    term_missing: { what: 'A word is missing at position {{position}}.', next: 'AND, OR, NOT and parentheses need a word beside them.' },
    no_letters: { what: 'There is nothing to look for at position {{position}}.', next: 'Write a word or a number there, or take the sign out.' },
    star_inside: { what: 'The * at position {{position}} stands inside a word.', next: 'Put it at the end of the beginning you look for: librar*.' }
  }
} as const satisfies { readonly query_unreadable: Readonly<Record<WatchQueryProblem, Sentences>> } & { readonly [Code in StudioErrorCode]?: Readonly<Record<string, Sentences>> }
