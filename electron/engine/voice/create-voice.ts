import type Database from 'better-sqlite3'
import { succeed, type Result } from '../../../shared/contract/result.ts'
import { defaultVoice, mostOwnWords, voiceSchema, type Voice } from '../../../shared/voice/voice.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

export interface VoiceService {
  read(): Voice
}

export interface VoiceFeature extends Feature {
  readonly service: VoiceService
}

/** Hints that are remembered as unwanted; the oldest give way. */
const mostIgnored = 2_000

/** How one client speaks, and what its writers no longer want to be told. */
export function createVoice(context: WorkspaceContext): VoiceFeature {
  const stored = createVoiceRow(context.database)

  function change(next: (voice: Voice) => Voice): Result<Voice> {
    const saved = context.database.transaction(() => stored.write(next(stored.read()), context.clock.now())).immediate()
    context.emit('voice.changed', { workspaceId: context.workspace().id })
    return succeed(saved)
  }

  function withIgnored({ ignored, ...voice }: Voice, key: string, isIgnored: boolean): Voice {
    const others = ignored.filter((other) => other !== key)
    return { ...voice, ignored: isIgnored ? [...others, key].slice(-mostIgnored) : others }
  }

  function withWord({ dictionary, ...voice }: Voice, word: string, isKnown: boolean): Voice {
    const others = dictionary.filter((other) => other !== word)
    return { ...voice, dictionary: isKnown ? [...others, word].slice(-mostOwnWords) : others }
  }

  return {
    service: { read: stored.read },
    handlers: {
      'voice.read': () => succeed(stored.read()),
      'voice.save': ({ voice }) => change(({ ignored }) => ({ ...voice, ignored })),
      'voice.learn': ({ word, isKnown }) => change((voice) => withWord(voice, word, isKnown)),
      'voice.ignore': ({ key, isIgnored }) => change((voice) => withIgnored(voice, key, isIgnored))
    }
  }
}

function createVoiceRow(database: Database.Database): { read(): Voice; write(voice: Voice, now: number): Voice } {
  const find = database.prepare<[], { content: string }>('SELECT content FROM voice')
  const upsert = database.prepare<{ content: string; now: number }>('INSERT INTO voice (one, content, updated_at) VALUES (1, @content, @now) ON CONFLICT (one) DO UPDATE SET content = @content, updated_at = @now')
  return {
    read() {
      const row = find.get()
      return row === undefined ? defaultVoice : voiceSchema.parse(JSON.parse(row.content))
    },
    write(voice, now) {
      upsert.run({ content: JSON.stringify(voice), now })
      return voice
    }
  }
}
