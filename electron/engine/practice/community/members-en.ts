import type { CommunityMember, Temperament } from './member.ts'

const row = (handle: string, name: string, temperament: Temperament, followers: number, note: string): CommunityMember => ({ handle, name, language: 'en', temperament, followers, note })

export const englishMembers: readonly CommunityMember[] = [
  row('hannah_wilkes', 'Hannah Wilkes', 'fan', 356, 'Primary teacher. Reads on buses.'),
  row('gus_the_barge', 'Gus Fairley', 'regular', 118, 'Live on a boat, run on coffee.'),
  row('priya_reads', 'Priya Nair', 'ambassador', 2740, 'Book club host. One novel a week, most weeks.'),
  row('tomasz_w', 'Tomasz Wilk', 'fan', 231, 'Filter coffee and long bike rides.'),
  row('maggie_oconnell', 'Maggie O’Connell', 'regular', 64, 'Retired midwife, crossword before nine.'),
  row('dev_question', 'Dev Rahman', 'asker', 97, 'I ask so you don’t have to.'),
  row('ellie_newintown', 'Ellie Marsh', 'newcomer', 52, 'Just moved here. Where is everything?'),
  row('callum_brew', 'Callum Reid', 'asker', 188, 'Home roaster, smoke alarm specialist.'),
  row('nigel_p', 'Nigel Pratchley', 'complainer', 29, 'Telling it like it is since 1961.'),
  row('sofia_lind', 'Sofia Lind', 'ambassador', 1980, 'Writes the “Small Shops” newsletter.'),
  row('joe_ironside', 'Joe Ironside', 'troll', 14, 'Not here to make friends.'),
  row('bex_turner', 'Bex Turner', 'fan', 402, 'Illustrator, dog person, oat flat white.'),
  row('amara_obi', 'Amara Obi', 'journalist', 4120, 'Reporter, city desk, the Harbour Echo.'),
  row('freya_jones', 'Freya Jones', 'newcomer', 71, 'Second-year student. Library fines: yes.'),
  row('martin_shelf', 'Martin Albright', 'regular', 143, 'Carpenter. Built the poetry wall.'),
  row('karen_holt', 'Karen Holt', 'complainer', 46, 'Honest reviews only.'),
  row('zed_anon', 'Zed', 'troll', 9, 'nope'),
  row('cheap_followers_now', 'Boost Your Page', 'spammer', 3, 'Real followers. Fast. Trusted.'),
  row('dockside_roast', 'Dockside Roast Co', 'competitor', 1130, 'The other roastery. Since 2004.'),
  row('leo_and_pip', 'Leo Hartnell', 'regular', 165, 'Dad of Pip (5). We come for the picture books.'),
  row('wanda_m', 'Wanda Mazur', 'fan', 289, 'Night nurse. Espresso is a food group.'),
  row('iris_chapel', 'Iris Chapel', 'regular', 58, 'Thursday reading group, front row.'),
  row('oscar_lim', 'Oscar Lim', 'asker', 112, 'Comics, trains, questions.'),
  row('ruth_bellamy', 'Ruth Bellamy', 'regular', 83, 'Allotment 14B. Swaps courgettes for books.'),
  row('graham_t', 'Graham Tully', 'complainer', 31, 'Disappointed customer.'),
  row('yuki_s', 'Yuki Sato', 'newcomer', 94, 'Visiting researcher. Tea person, trying coffee.')
]
