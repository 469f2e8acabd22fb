import { engineTestOptionsSchema, type EngineTestOptions } from '../../../shared/contract/engine-options.ts'

/** What the environment may say to an unpackaged run; a packaged application listens to none of it. */
export interface DevelopmentEnvironment {
  /** Nobody sits in front of it: no question, no dialog, an error ends the process. */
  readonly isAutomated: boolean
  readonly sqliteBinding: string | null
  readonly secretsInMemory: boolean
  readonly testOptions: EngineTestOptions | null
}

type Variables = Readonly<Record<string, string | undefined>>

/** Throws when `VIGIE_TEST_OPTIONS` is not what it should be: a test that means something else must not pass by accident. */
export function readDevelopmentEnvironment(variables: Variables, isPackaged: boolean): DevelopmentEnvironment {
  if (isPackaged) return { isAutomated: false, sqliteBinding: null, secretsInMemory: false, testOptions: null }
  const testOptions = variables['VIGIE_TEST_OPTIONS']
  return {
    isAutomated: variables['VIGIE_AUTOMATED'] === '1',
    sqliteBinding: variables['VIGIE_SQLITE_BINDING'] || null,
    secretsInMemory: variables['VIGIE_SECRET_STORE'] === 'memory',
    testOptions: testOptions === undefined || testOptions === '' ? null : engineTestOptionsSchema.parse(JSON.parse(testOptions))
  }
}
