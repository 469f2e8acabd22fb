import { z } from 'zod'
import { longestWord } from '../spelling/spelling-language.ts'
import { voiceSchema } from '../voice/voice.ts'
import { workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

export const voiceContract = {
  /** How the client speaks: what the composer hints at. */
  'voice.read': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: voiceSchema }),
  /** All of it but what is ignored, which has a call of its own. */
  'voice.save': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, voice: voiceSchema.omit({ ignored: true }) }), output: voiceSchema }),
  /** A word that is right at this client from now on, or no longer. */
  'voice.learn': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, word: z.string().trim().min(1).max(longestWord), isKnown: z.boolean() }), output: voiceSchema }),
  /** Never hints at this again, or does again. */
  'voice.ignore': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, key: z.string().min(1).max(200), isIgnored: z.boolean() }), output: voiceSchema })
} as const
