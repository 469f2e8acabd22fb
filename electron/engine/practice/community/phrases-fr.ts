import { frenchComments } from './phrases/fr-comments.ts'
import { frenchTalk } from './phrases/fr-talk.ts'
import { frenchTrouble } from './phrases/fr-trouble.ts'
import type { Phrases } from './phrase-kind.ts'

export const frenchPhrases: Phrases = { ...frenchComments, ...frenchTrouble, ...frenchTalk }
