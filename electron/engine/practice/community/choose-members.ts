import type { Language } from '../language.ts'
import { englishMembers } from './members-en.ts'
import { frenchMembers } from './members-fr.ts'
import type { CommunityMember } from './member.ts'

/** Visitors who write in the other language. */
const guests = ['hannah_wilkes', 'gus_the_barge', 'tomasz_w', 'ellie_newintown', 'dev_question', 'priya_reads', 'nigel_p', 'cheap_followers_now', 'yuki_s', 'oscar_lim']
const guestsInEnglishTown = ['claire_bodin', 'maeva_lg', 'thomas_vrn', 'ines_amrani', 'camille_pdl', 'hugo_filtre', 'bernard_44', 'promo_mugs', 'romain_btz', 'fatou_n']

/** The 36 members around a business: 26 of its language, 10 of the other. */
export function chooseMembers(language: Language): readonly CommunityMember[] {
  return language === 'fr'
    ? [...frenchMembers, ...englishMembers.filter((member) => guests.includes(member.handle))]
    : [...englishMembers, ...frenchMembers.filter((member) => guestsInEnglishTown.includes(member.handle))]
}
