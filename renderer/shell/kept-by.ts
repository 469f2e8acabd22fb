/** What keeps everything of a client here for now: a hold, or working offline by choice; null: nothing does. */
export type KeptBy = 'hold' | 'working_offline' | null
