import { z } from 'zod'
import { undoSecondsChoices } from '../workspaces/workspace-safety.ts'

/** Only in unpackaged runs, from the environment variable `VIGIE_TEST_OPTIONS` (JSON): where networks of a test stand on loopback. */
export const engineTestOptionsSchema = z.strictObject({
  /** DID (with service fragment) of the AppView and of the chat service that calls are proxied to. */
  blueskyAppViewDid: z.string().optional(),
  blueskyChatDid: z.string().optional(),
  /** Where its directory of identities stands. */
  blueskyPlcUrl: z.string().optional(),
  /** Where its video service stands. An account on this computer is never given to one that stands elsewhere. */
  blueskyVideoUrl: z.string().optional(),
  /** Where Facebook's Graph and YouTube's interface stand, with their logins. */
  facebookUrl: z.string().optional(),
  youtubeUrl: z.string().optional(),
  /** The practice community answers without its usual waiting. */
  practiceIsInstant: z.boolean().optional(),
  /** Between two looks at each inbox and feed, in ms, instead of minutes. */
  pollEveryMs: z.int().min(50).optional(),
  /** Between two questions of main whether the engine lives. */
  engineBeatMs: z.int().min(50).optional(),
  /** The undo window that new clients begin with. */
  undoSecondsOfNewClients: z.literal(undoSecondsChoices).optional()
})
export type EngineTestOptions = z.infer<typeof engineTestOptionsSchema>

/** What main hands to the engine process at its start: the last argument of the command line, as JSON. Never a secret. */
export const engineOptionsSchema = z.strictObject({
  /** Absolute path; `studio.db`, `workspaces/`, `logs/` lie in it. */
  dataFolder: z.string().min(1),
  /** Absolute path of a folder outside of `dataFolder`, for what has to survive when that one is put back to an earlier copy; null: nothing is written there. */
  stateFolder: z.string().min(1).nullable(),
  /** Path of another build of SQLite for this runtime; null: the one that comes with better-sqlite3. Always null when packaged. */
  sqliteBinding: z.string().nullable(),
  /** An unpackaged run: http to loopback is allowed, answers are checked against the contract. */
  isDevelopment: z.boolean(),
  appVersion: z.string(),
  /** BCP 47, as the system says it: `fr-FR`. */
  systemLanguage: z.string(),
  testOptions: engineTestOptionsSchema.optional()
})
export type EngineOptions = z.infer<typeof engineOptionsSchema>
