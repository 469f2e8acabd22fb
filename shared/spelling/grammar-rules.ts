import type { SpellingLanguage } from './spelling-language.ts'

/**
 * Rules that are practically never wrong; whatever needs to be understood is left to people. After the Académie française (« Dire, ne pas dire »), the Imprimerie
 * nationale (« Lexique des règles typographiques ») and Merriam-Webster's usage notes.
 */
export const grammarRuleIds = [
  'doubled_word', 'space_before_comma',
  'verb_person', 'a_accent', 'a_verb', 'malgre_que', 'comme_meme', 'si_conditional', 'aujourdhui', 'voire', 'sa', 'en_fait', 'quel_que_soit', 'pallier', 'ordinal', 'french_space',
  'of_have', 'a_an', 'its', 'rather_than', 'your_welcome', 'i', 'english_space'
] as const
export type GrammarRuleId = (typeof grammarRuleIds)[number]

export interface GrammarRule {
  readonly id: GrammarRuleId
  readonly language: SpellingLanguage | 'any'
  /** The words themselves say which language it is; otherwise the paragraph has to. */
  readonly isSelfEvident: boolean
  /** With the flags `g` and `u`. What it matches is underlined. */
  readonly pattern: RegExp
  /** What may stand there instead; nothing: it was right after all. */
  readonly instead: (match: RegExpExecArray) => readonly string[]
}

const narrow = '\u202F'
const whole = '\u00A0'
/** A word begins here; behind a hyphen a pronoun belongs to the verb before it (« ai-je fait »). */
const begin = '(?<![\\p{L}\\p{M}\\p{N}-])'
/** Nor behind an apostrophe. */
const apart = "(?<![\\p{L}\\p{M}\\p{N}'’-])"
const end = "(?![\\p{L}\\p{M}\\p{N}'’-])"
const gap = '([ \\u00A0\\u202F])'

const anyCase = (source: string): RegExp => new RegExp(source, 'giu')
const exactly = (source: string): RegExp => new RegExp(source, 'gu')

/** Of these nobody ever needs two; « nous nous », « son son », “that that” are right. */
const neverTwice = 'le|les|des|du|de|et|dans|ce|cette|ces|mon|ma|mes|notre|votre|aux|the|an|and|our|your|their'

type Person = 'je' | 'tu' | 'il' | 'ils'
const persons: Readonly<Record<Person, ReadonlyMap<string, string>>> = {
  je: new Map([['peut', 'peux'], ['veut', 'veux'], ['doit', 'dois'], ['sait', 'sais'], ['voit', 'vois'], ['vient', 'viens'], ['prend', 'prends'], ['met', 'mets'], ['vas', 'vais'], ['va', 'vais']]),
  tu: new Map([['peut', 'peux'], ['veut', 'veux'], ['doit', 'dois'], ['sait', 'sais'], ['voit', 'vois'], ['vient', 'viens'], ['prend', 'prends'], ['met', 'mets'], ['va', 'vas'], ['est', 'es']]),
  il: new Map([['peux', 'peut'], ['veux', 'veut'], ['dois', 'doit'], ['fais', 'fait'], ['sais', 'sait'], ['vois', 'voit'], ['viens', 'vient'], ['prends', 'prend'], ['mets', 'met'], ['vas', 'va'], ['es', 'est']]),
  ils: new Map([['était', 'étaient'], ['avait', 'avaient'], ['sera', 'seront'], ['va', 'vont'], ['peut', 'peuvent'], ['veut', 'veulent'], ['doit', 'doivent'], ['vient', 'viennent'], ['fait', 'font']])
}
const pronouns: Readonly<Record<Person, string>> = { je: 'je', tu: 'tu', il: 'il|elle|on|ça', ils: 'ils' }

function verbRule(person: Person): GrammarRule {
  const right = persons[person]
  return {
    id: 'verb_person',
    language: 'fr',
    isSelfEvident: true,
    pattern: anyCase(`${begin}(${pronouns[person]})${gap}(${[...right.keys()].join('|')})${end}`),
    instead: ({ 1: subject = '', 2: between = ' ', 3: form = '' }) => [`${subject}${between}${right.get(form.toLowerCase()) ?? form}`]
  }
}

const conditionals: ReadonlyMap<string, string> = new Map([['aurais', 'avais'], ['aurait', 'avait'], ['aurions', 'avions'], ['auriez', 'aviez'], ['serais', 'étais'], ['serait', 'était'], ['seriez', 'étiez']])

const french: readonly GrammarRule[] = [
  ...(['je', 'tu', 'il', 'ils'] as const).map(verbRule),
  // « La grâce a touché » is right: only before whom or what one owes it to, and without an article.
  { id: 'a_accent', language: 'fr', isSelfEvident: true, pattern: anyCase(`(?<=^|[.!?…,]\\s)(grâce)${gap}a(?= (?:vous|toi|nous|lui|elle|eux|notre|votre|nos|vos|cette|ce|ces) )`), instead: ({ 1: before = '', 2: between = ' ' }) => [`${before}${between}à`] },
  { id: 'a_accent', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}(quant|par rapport)${gap}a${end}`), instead: ({ 1: before = '', 2: between = ' ' }) => [`${before}${between}à`] },
  { id: 'a_accent', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}(jusqu['’])a${end}`), instead: ({ 1: before = '' }) => [`${before}à`] },
  { id: 'a_verb', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}(il y)${gap}à${end}`), instead: ({ 1: before = '', 2: between = ' ' }) => [`${before}${between}a`] },
  // « Malgré que j’en aie » is the one right use.
  { id: 'malgre_que', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}malgré (que|qu['’])(?!\\p{L})(?! (?:j['’]en|tu en|nous en|vous en) a)`), instead: ({ 0: written, 1: que = '' }) => [asWritten(written, `bien ${que}`)] },
  { id: 'malgre_que', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}malgré (qu['’])(?=\\p{L})(?!(?:ils?|elles?|on) en ai)`), instead: ({ 0: written, 1: que = '' }) => [asWritten(written, `bien ${que}`)] },
  { id: 'comme_meme', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}(c['’]est|c['’]était|il faut|il fallait|j['’]ai|on a|on est|je suis|ça fait) comme même${end}`), instead: ({ 1: before = '' }) => [`${before} quand même`] },
  // « Je me demande si j’aurais… » is right: only at the beginning of a sentence that goes on behind a comma.
  { id: 'si_conditional', language: 'fr', isSelfEvident: true, pattern: exactly(`(?<=^|[.!?…]\\s+)Si (j['’]|je |tu |on |nous |vous )(${[...conditionals.keys()].join('|')})${end}(?=[^.!?…]*,)`), instead: ({ 1: subject = '', 2: form = '' }) => [`Si ${subject.startsWith('je ') && form === 'serais' ? 'j’' : subject}${conditionals.get(form) ?? form}`] },
  { id: 'aujourdhui', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}au jour d['’](aujourd['’]hui)${end}`), instead: ({ 0: written, 1: today = '' }) => [asWritten(written, today)] },
  { id: 'voire', language: 'fr', isSelfEvident: true, pattern: exactly(`(?<=, )voir même${end}`), instead: () => ['voire', 'voire même'] },
  { id: 'sa', language: 'fr', isSelfEvident: true, pattern: exactly(`${begin}[Ss]a (va|y est|fait)${end}`), instead: ({ 0: written, 1: verb = '' }) => [asWritten(written, `ça ${verb}`)] },
  { id: 'en_fait', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}en faite(?=[ \\u00A0\\u202F]?[,.!?…:]|$)`), instead: ({ 0: written }) => [asWritten(written, 'en fait')] },
  { id: 'quel_que_soit', language: 'fr', isSelfEvident: true, pattern: anyCase(`${begin}quelque (soit|soient)${end}`), instead: ({ 0: written, 1: verb = '' }) => ['quel', 'quelle'].map((which) => asWritten(written, `${which}${verb === 'soient' ? 's' : ''} que ${verb}`)) },
  { id: 'pallier', language: 'fr', isSelfEvident: true, pattern: exactly(`${begin}pallier (à|aux?)${end}`), instead: ({ 1: to = '' }) => [to === 'à' ? 'pallier' : `pallier ${to === 'au' ? 'le' : 'les'}`] },
  { id: 'ordinal', language: 'fr', isSelfEvident: true, pattern: /(?<![\p{L}\p{N}.,])(?:1[èe]re|(\d{1,4})(?:ème|ième))(s?)(?![\p{L}\p{M}\p{N}])/gu, instead: ({ 1: number, 2: plural = '' }) => [number === undefined ? `1re${plural}` : `${number}e${plural}`] },
  { id: 'french_space', language: 'fr', isSelfEvident: false, pattern: /(?<=[\p{L}\p{M}\p{N})»%€]) ?[;!?](?![\p{L}\p{N}(;!?)/'’-])|(?<=[\p{L}\p{M}\p{N})»%€]) :(?=\s|$)|« ?(?=[\p{L}\p{N}])|(?<=[\p{L}\p{M}\p{N}.!?…]) ?»/gu, instead: ({ 0: written }) => [inFrench(written.trim())] }
]

const english: readonly GrammarRule[] = [
  { id: 'of_have', language: 'en', isSelfEvident: true, pattern: anyCase(`${apart}((?:could|should|would|must|might)(?:n['’]t)?) of${end}(?! course)`), instead: ({ 1: verb = '' }) => [`${verb} have`] },
  // “option a and b” is right, “a one-off” and “a European” sound with a consonant.
  { id: 'a_an', language: 'en', isSelfEvident: false, pattern: exactly(`${apart}a (?!(?:and|are|also|all|else|instead|into|only|over|after|among)${end}|one|once|oui|eu|ew)([aeio][a-z]{2,})${end}`), instead: ({ 1: noun = '' }) => [`an ${noun}`] },
  { id: 'a_an', language: 'en', isSelfEvident: false, pattern: exactly(`${apart}an ([bcdfgjklmnpqrstvwz][aeiou][a-z]{2,})${end}`), instead: ({ 1: noun = '' }) => [`a ${noun}`] },
  { id: 'its', language: 'en', isSelfEvident: true, pattern: anyCase(`${apart}its (a|an|the|been)${end}`), instead: ({ 0: written, 1: next = '' }) => [asWritten(written, `it’s ${next}`)] },
  { id: 'rather_than', language: 'en', isSelfEvident: true, pattern: anyCase(`${apart}rather then(?= \\p{L})`), instead: ({ 0: written }) => [asWritten(written, 'rather than')] },
  { id: 'your_welcome', language: 'en', isSelfEvident: true, pattern: anyCase(`${apart}your welcome(?=[.!?,)]|$)`), instead: ({ 0: written }) => [asWritten(written, 'you’re welcome')] },
  { id: 'i', language: 'en', isSelfEvident: false, pattern: /(?<=^|[\s(“"])i(?=\s\p{L}|['’](?:m|ve|ll|d)(?!\p{L}))/gu, instead: () => ['I'] },
  { id: 'english_space', language: 'en', isSelfEvident: false, pattern: /(?<=[\p{L}\p{M}\p{N}])[ \u00A0\u202F][;!?](?=\s|$)/gu, instead: ({ 0: written }) => [written.trim()] }
]

export const grammarRules: readonly GrammarRule[] = [
  { id: 'doubled_word', language: 'any', isSelfEvident: true, pattern: exactly(`${apart}(${neverTwice})(?:${gap}+\\1)+${end}`), instead: ({ 1: word = '' }) => [word] },
  { id: 'space_before_comma', language: 'any', isSelfEvident: true, pattern: /(?<=[\p{L}\p{M}\p{N})»”]) +,(?=\s|$)/gu, instead: () => [','] },
  ...french,
  ...english
]

/** With the capital that the words had. */
function asWritten(written: string, instead: string): string {
  const first = written.charAt(0)
  return first === first.toLowerCase() ? instead : instead.charAt(0).toUpperCase() + instead.slice(1)
}

function inFrench(sign: string): string {
  if (sign === '«') return `${sign}${whole}`
  return `${sign === ':' || sign === '»' ? whole : narrow}${sign}`
}
