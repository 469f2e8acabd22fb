import { join } from 'node:path'
import type { utilityProcess as ElectronUtilityProcess } from 'electron'
import type { EngineOptions } from '../../../shared/contract/engine-options.ts'
import type { Launch } from '../launch/read-launch.ts'
import { now } from '../system-clock.ts'
import { EngineSupervisor, type EngineSupervisorOptions } from './engine-supervisor.ts'
import { createForkEngine } from './fork-engine.ts'

/** How long a request waits for an engine that is starting, in ms; a database that is being migrated or repaired takes longer than that. */
const patience = 8_000
/** Between two questions whether it lives, in ms. */
const beatMs = 10_000

export interface StudioEngineNeeds extends Pick<EngineSupervisorOptions, 'onEvent' | 'onState' | 'answer'> {
  readonly utilityProcess: Pick<typeof ElectronUtilityProcess, 'fork'>
  /** The folder of the built parts. */
  readonly outFolder: string
  readonly appVersion: string
  readonly systemLanguage: () => string
}

/** The engine of this start: which file, with which options, logging where. */
export function createStudioEngine(launch: Launch, needs: StudioEngineNeeds): EngineSupervisor {
  const { environment, places, log } = launch
  return new EngineSupervisor({
    fork: (listeners) => {
      const engineOptions: EngineOptions = {
        dataFolder: places.data,
        stateFolder: places.state,
        sqliteBinding: environment.sqliteBinding,
        isDevelopment: launch.isDevelopment,
        appVersion: needs.appVersion,
        systemLanguage: needs.systemLanguage(),
        ...(environment.testOptions === null ? {} : { testOptions: environment.testOptions })
      }
      const fork = createForkEngine({
        utilityProcess: needs.utilityProcess,
        launcherPath: join(needs.outFolder, 'launcher', 'launcher.cjs'),
        codeCache: places.engineCode,
        engineOptions,
        environment: process.env,
        onOutput: (line) => log.write('warning', 'engine', line)
      })
      return fork(listeners)
    },
    now,
    patience,
    beatMs: environment.testOptions?.engineBeatMs ?? beatMs,
    onEvent: needs.onEvent,
    onState: needs.onState,
    answer: needs.answer,
    log: (level, text) => log.write(level, 'engine', text)
  })
}
