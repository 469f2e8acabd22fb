import type { MonthPost, Talk } from '../month-data.ts'
import { likedUnder, mentioned, said, under, us, written } from '../talk-rows.ts'

/** What the workshop's account has said of late, in 280 characters at most, and what it will say. */
export const englishWorkshopPosts: readonly MonthPost[] = [
  { key: 'workshop_sack', week: -1, day: 2, time: '10:30', pillar: 'backstage', likes: 6, boosts: 0,
    text: 'Thirty-five kilos of green Peruvian have arrived on the first floor. The lift is broken. Thank you to everybody with shoulders.' },
  { key: 'workshop_first_crack', week: -1, day: 4, time: '11:15', pillar: 'coffee', likes: 9, boosts: 1, picture: { scene: 'beans', alt: 'Freshly roasted coffee beans around a midnight-blue bag.' },
    text: 'First crack at 9 min 20, second never reached: that is why the house blend stays gentle. Anwen has it all in the red notebook. #roasting' },
  { key: 'workshop_tour', week: -1, day: 6, time: '09:45', pillar: 'events', likes: 8, boosts: 2,
    text: 'Workshop tour next Saturday at 10.30. Six people, one hour, three cups, and you may listen to the drum. Sign up in a reply.' },
  { key: 'workshop_hands', week: 0, day: 2, time: '10:40', pillar: 'community', likes: 7, boosts: 0,
    text: 'A question for those who grind at home: by hand or electric? We are tidying the bench and cannot decide which one to keep.' },
  { key: 'workshop_filter', week: 0, day: 4, time: '11:30', pillar: 'coffee', likes: 10, boosts: 1, picture: { scene: 'filter', alt: 'A glass coffee maker with coffee dripping through.' },
    text: 'Today’s trial: one harvest, two waters. The tap wins. Well, well.' },
  { key: 'workshop_cooling', week: 0, day: 6, time: '11:00', pillar: 'backstage', likes: 5, boosts: 0,
    text: 'Cooling this morning: eight kilos of Morning Tide. In bags on Tuesday, on the counter on Wednesday.' },
  { key: 'workshop_course', week: 1, day: 3, time: '11:00', pillar: 'events', likes: 8, boosts: 1,
    text: 'Wednesday week: two hours on setting a grinder without losing your temper. £12, aprons lent. Four places left.' },
  { key: 'workshop_christmas', week: 1, day: 6, time: '10:15', pillar: 'practical', likes: 6, boosts: 1,
    text: 'Presents: boxes from the workshop can be ordered until the 12th. Three coffees, a tasting notebook, and a ribbon tied by Anwen herself.' }
]

export const englishWorkshopTalks: readonly Talk[] = [
  likedUnder('workshop_sack', 'done', said('wanda_m', 40, 'praise', 'My shoulders are free on Thursday and can be paid in espresso.'), us(25, '@wanda_m It’s a deal.')),
  under('workshop_tour', 'done', said('leo_and_pip', 30, 'questionEvent', 'Do we have to know anything beforehand, or may one arrive ignorant?'), us(22, '@leo_and_pip Ignorant is best: Anwen starts at the very beginning.'), said('leo_and_pip', 15, 'followUpThanks', 'Then I am ready. Two places, thank you!')),
  under('workshop_tour', 'answered', said('yuki_s', 160, 'questionEvent', 'Is there a way in with a pram? I am not the one who cries.'), us(45, '@yuki_s Through the yard, yes. The drum sends them to sleep, by the way.')),
  under('workshop_hands', 'waiting', said('graham_t', 75, 'answer', 'By hand. Electric ones run hot, and I told you so last year.')),
  likedUnder('workshop_hands', 'answered', said('ruth_bellamy', 120, 'answer', 'By hand, to the radio. Half a cup per news bulletin.'), us(50, '@ruth_bellamy We adopt this unit at once.')),
  under('workshop_filter', 'unread', said('oscar_lim', 90, 'questionProduct', 'Which tap water though? Mine tastes of swimming pool.')),
  under('workshop_cooling', 'unread', said('iris_chapel', 35, 'praise', 'Wednesday, first thing. Would you put a bag aside for me?')),
  mentioned(52, 'done', said('claire_bodin', 0, 'mentionPraise', 'Visité par hasard l’atelier de @halyardworkshop, restée une heure, repartie avec un carnet plein de chiffres.'), us(60, '@claire_bodin Revenez avec les chiffres, on veut comparer !')),
  written(20, 'waiting', said('ruth_bellamy', 0, 'messageOrder', '@halyardworkshop Hello, do you roast for small restaurants too? We would need four kilos a fortnight.'))
]
