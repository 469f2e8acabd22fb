import type { Talk } from '../month-data.ts'
import { mentioned, said, us, written } from '../talk-rows.ts'

const day = 24

/** Away from our posts. The first number is hours before now. */
export const englishMentions: readonly Talk[] = [
  mentioned(26 * day, 'done', said('sofia_lind', 0, 'mentionPraise', 'This month’s Small Shops is out, and @halyardandpage is on the front. Coffee, books, benches: all there.'), us(130, '@sofia_lind Thank you, Sofia! We’ve read it three times, once aloud.')),
  mentioned(21 * day + 3, 'done', said('yuki_s', 0, 'mentionQuestion', 'Is @halyardandpage a good place for somebody who drinks only tea? I like the books in the window.'), us(75, '@yuki_s Very much so: eleven teas, and nobody will judge you. Well, Anwen a little.'), said('yuki_s', 30, 'followUpThanks', 'Then I will come and be judged. Thank you!')),
  mentioned(17 * day + 6, 'done', said('amara_obi', 0, 'mentionPress', 'Writing about bookshops that are also cafés, or the other way round. @halyardandpage, could you spare a quarter of an hour this week?'), us(55, '@amara_obi Gladly. We’ll message you to find a time.'), said('amara_obi', 20, 'followUpThanks', 'Perfect, thanks for being so quick.')),
  mentioned(13 * day + 2, 'done', said('nigel_p', 0, 'mentionComplaint', 'Got to @halyardandpage at ten to seven and was served standing up. Closing at seven or at quarter to, make up your minds.'), us(180, '@nigel_p You’re right, it’s seven. We’ve talked about it and the next one is on us.'), said('nigel_p', 400, 'followUpResolved', 'Fair answer. I’ll be back at ten to, to see.')),
  mentioned(11 * day + 5, 'done', said('dockside_roast', 0, 'mentionRival', 'Good luck to @halyardandpage with that roaster. We’ve a spare belt if you need one. Neighbours, after all.'), us(22, '@dockside_roast Now that is classy. Thank you, there’s a book here for you.')),
  mentioned(9 * day + 4, 'done', said('hannah_wilkes', 0, 'mentionPraise', 'Read at the open mic at @halyardandpage, voice shaking, hands too. Nobody laughed. Thank you for this place.')),
  mentioned(6 * day + 7, 'done', said('cheap_followers_now', 0, 'spam', '@halyardandpage Hello dear! 10,000 real followers for £19 👉 https://followers-deal.invalid')),
  mentioned(5 * day + 3, 'answered', said('gus_the_barge', 0, 'mentionQuestion', 'Moored below the swing bridge. Somebody told me @halyardandpage roasts on Tuesdays and lets people watch?'), us(48, '@gus_the_barge Tuesdays, nine to eleven. Bring your nose.')),
  mentioned(3 * day + 5, 'answered', said('sofia_lind', 0, 'mentionQuestion', 'A reader asks whether @halyardandpage can be hired for a birthday (twenty people who read and sing).'), us(90, '@sofia_lind On Sunday afternoons, yes. Ask them to write, we love people who sing.')),
  mentioned(2 * day + 6, 'waiting', said('karen_holt', 0, 'mentionComplaint', 'Has anyone managed to reach @halyardandpage by phone this week? It rings and rings.')),
  mentioned(29, 'waiting', said('amara_obi', 0, 'mentionPress', 'Question for @halyardandpage: people mention a second shop on the island. News or rumour? My deadline is Wednesday.')),
  mentioned(20, 'unread', said('joe_ironside', 0, 'insult', '@halyardandpage same people always win your giveaways, what a bunch of clowns')),
  mentioned(5, 'unread', said('ruth_bellamy', 0, 'mentionPraise', 'An hour’s delay, a lemon drizzle and thirty pages of “The Ferryman’s Almanac” at @halyardandpage. Thank you, bus company, I suppose.')),
  mentioned(2, 'unread', said('romain_btz', 0, 'mentionQuestion', 'Est-ce que @halyardandpage vend du café en grains à emporter ? Je demande avant de reprendre le train.'))
]

/** In private. */
export const englishMessages: readonly Talk[] = [
  written(27 * day + 2, 'done', said('wanda_m', 0, 'messageQuestion', '@halyardandpage Hello, I left a green scarf last night on the bench at the back. May I come and get it?'), us(35, '@wanda_m It’s at the till, folded as if in a very posh shop.'), said('wanda_m', 12, 'followUpThanks', '@halyardandpage Thank you so much, it was my grandmother’s.')),
  written(24 * day + 5, 'done', said('priya_reads', 0, 'messageBusiness', '@halyardandpage Hello all, the book club would love to run three joint evenings in spring. Shall we talk over a coffee?'), us(95, '@priya_reads Oh yes. Tuesday at 10, with Miles?'), said('priya_reads', 40, 'followUpThanks', '@halyardandpage Tuesday at 10 it is. I’ll bring ideas and shortbread.')),
  written(20 * day + 3, 'done', said('ellie_newintown', 0, 'messageQuestion', '@halyardandpage Hello, I’m starting out in pottery. Would you be curious to see some cups? No strings, of course.'), us(240, '@ellie_newintown Very curious! Bring two or three on a Wednesday morning.')),
  written(16 * day + 6, 'done', said('dev_question', 0, 'messageOrder', '@halyardandpage Hello, two bags of Harbour Light, ground for cafetière, by Saturday? And is a kilo cheaper? And what time do you close?'), us(50, '@dev_question Yes, yes (£34 a kilo) and seven. It’s ready under your name.'), said('dev_question', 15, 'followUpThanks', '@halyardandpage Three out of three. Thanks!')),
  written(12 * day + 4, 'done', said('karen_holt', 0, 'messageComplaint', '@halyardandpage Hello, Karen Holt here, about the late order. The present is for Friday.'), us(8, '@karen_holt Thank you for writing. A bag leaves within the hour, and your postage is refunded.'), said('karen_holt', 70, 'followUpResolved', '@halyardandpage Here this morning. You’ve saved a birthday.')),
  written(10 * day + 2, 'done', said('iris_chapel', 0, 'messageQuestion', '@halyardandpage For book club, may I bring a cake, or does the kitchen object?'), us(20, '@iris_chapel The kitchen only asks for a slice.')),
  written(8 * day + 7, 'done', said('amara_obi', 0, 'messageBusiness', '@halyardandpage Hello, thanks again for the interview. Do you have a picture of Anwen at the machine that we may print?'), us(180, '@amara_obi Here it is, full size. Credit: Bex Turner.'), said('amara_obi', 25, 'followUpThanks', '@halyardandpage Superb, thank you. Out on Thursday, page 6.')),
  written(6 * day + 3, 'answered', said('yuki_s', 0, 'messageQuestion', '@halyardandpage Hello, I would like to meet people, I am new here. Is the book club open to everybody?'), us(30, '@yuki_s To everybody, newcomers above all. Thursday 6.30, ask for Iris.'), said('yuki_s', 2000, 'followUpThanks', '@halyardandpage I went. I have three telephone numbers and a recipe already. Thank you!')),
  written(4 * day + 6, 'answered', said('callum_brew', 0, 'messageOrder', '@halyardandpage Evening, I’d like to give my brother a latte art workshop. Are there vouchers?'), us(60, '@callum_brew There are, £25, good for six months. Shall we make one out?'), said('callum_brew', 12, 'followUpMore', '@halyardandpage Please! For Jamie, and not a word about the cloud.')),
  written(3 * day + 2, 'snoozed', said('freya_jones', 0, 'messageBusiness', '@halyardandpage Hello, I’m reading English and looking for two months’ work experience in a bookshop in spring. Who should I send my CV to?')),
  written(2 * day + 1, 'snoozed', said('maeva_lg', 0, 'messageBusiness', '@halyardandpage Bonjour de Nantes ! Notre groupe de croquis vient à Bristol en mai, nous serions quatorze. Une soirée chez vous, c’est possible ?')),
  written(31, 'waiting', said('graham_t', 0, 'messageComplaint', '@halyardandpage Hello. Charged twice on Saturday, £5.60 instead of £2.80. I have the receipt. Please check.')),
  written(22, 'waiting', said('leo_and_pip', 0, 'messageQuestion', '@halyardandpage Hello, Pip would like her sixth birthday at story hour, with five friends. Is that possible or is it madness?')),
  written(9, 'unread', said('bex_turner', 0, 'messageOrder', '@halyardandpage Hi! Our studio would like a bag of Morning Tide every week. Do you do subscriptions? We’re across the road, we can come with a basket.')),
  written(4, 'unread', said('maggie_oconnell', 0, 'messageQuestion', '@halyardandpage Good morning, Maggie here. I think I left my glasses inside “The Last Crossing”, page 112. Is it back on the shelf?')),
  written(1, 'unread', said('nigel_p', 0, 'messageComplaint', '@halyardandpage Still no answer about my gift card. I’ll be in tomorrow with the receipt.'))
]
