import { practiceName, secondPracticeName } from '../../../shared/networks/practice-address.ts'
import type { Language } from './language.ts'
import { businessFor, workshopFor } from './month/businesses.ts'
import type { Business } from './month/month-data.ts'

/** One practice network of a workspace: where it lies, what it allows, and who is at home there. */
export interface PracticePlace {
  readonly name: string
  /** Its record in the workspace's folder, and the folder of that record's backups. */
  readonly databaseName: string
  readonly backupsName: string
  /** Characters that a post may have; null: as practice networks usually allow. */
  readonly maxCharacters: number | null
  /** How many of the community's people live there too. */
  readonly people: number
  readonly businessFor: (language: Language) => Business
}

/** The town with the month. */
export const firstPlace: PracticePlace = {
  name: practiceName, databaseName: 'practice.db', backupsName: 'practice-backups', maxCharacters: null, people: 36, businessFor
}

/** A smaller server for the business's second account: shorter posts, so that a text has to be made to fit. Its account has a fortnight behind it. */
export const secondPlace: PracticePlace = {
  name: secondPracticeName, databaseName: 'practice-2.db', backupsName: 'practice-2-backups', maxCharacters: 280, people: 18, businessFor: workshopFor
}
