import { englishComments } from './phrases/en-comments.ts'
import { englishTalk } from './phrases/en-talk.ts'
import { englishTrouble } from './phrases/en-trouble.ts'
import type { Phrases } from './phrase-kind.ts'

export const englishPhrases: Phrases = { ...englishComments, ...englishTrouble, ...englishTalk }
