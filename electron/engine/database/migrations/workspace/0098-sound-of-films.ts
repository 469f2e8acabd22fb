import type { Migration } from '../../migration.ts'

/** Of a film's sound: samples in a second, and channels. null: there is none, or the film was added before they were read. */
export const migration0098: Migration = {
  version: 98,
  name: 'sound of films',
  up(database) {
    database.exec('ALTER TABLE media ADD COLUMN audio_sample_rate REAL; ALTER TABLE media ADD COLUMN audio_channels INTEGER;')
  }
}
