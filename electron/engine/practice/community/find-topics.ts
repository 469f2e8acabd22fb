import type { Language } from '../language.ts'

/** What a post is about, by the words in it; a post can be about several things. */
export const topics = ['question', 'contest', 'event', 'hours', 'book', 'coffee', 'price', 'apology'] as const
export type Topic = (typeof topics)[number]

const words: Readonly<Record<Language, Readonly<Record<Topic, RegExp>>>> = {
  fr: {
    question: /\?/u,
    contest: /concours|gagne|tirage au sort|à gagner|jeu(?:x)?\b|tentez/iu,
    event: /rencontre|atelier|soirée|lecture publique|dédicace|concert|rendez-vous|inscri|club de lecture|invit/iu,
    hours: /horaire|ouvert|ouvre|ferm(?:é|e|ons|eture)|jours? férié/iu,
    book: /livre|roman|lectur|librair|poche|auteur|autrice|album|poésie|bd\b/iu,
    coffee: /café|torréf|mélange|espresso|filtre|grain|moulu|tasse|latte/iu,
    price: /prix|tarif|€|augment/iu,
    apology: /désol|pardon|excuse|panne|retard|erreur|mea culpa/iu
  },
  en: {
    question: /\?/u,
    contest: /giveaway|\bwin\b|contest|competition|prize|draw\b/iu,
    event: /reading|workshop|evening|signing|event|join us|gig|book club|meet\b|invit/iu,
    hours: /opening hours|\bopen\b|closed|closing|bank holiday/iu,
    book: /book|novel|paperback|author|poetry|comic|read\b/iu,
    coffee: /coffee|roast|blend|espresso|filter|beans|brew|cup\b|latte/iu,
    price: /price|£|cost|increase/iu,
    apology: /sorry|apolog|delay|mistake|broken|our fault/iu
  }
}

export function findTopics(text: string, language: Language): readonly Topic[] {
  return topics.filter((topic) => words[language][topic].test(text))
}

const soothing: Readonly<Record<Language, RegExp>> = {
  fr: /désol|pardon|excus|navr|rembours|remplac|offr|geste|contact|message privé|vérifi|merci/iu,
  en: /sorry|apolog|refund|replac|on us|make it right|message us|look into|check|thank/iu
}

/** Whether an answer to a complaint tries to make it good: an apology, an offer, a way to go on; said in more than a few words. */
export function isSoothing(text: string): boolean {
  return text.length >= 40 && (soothing.fr.test(text) || soothing.en.test(text))
}
