import { join } from 'node:path'
import { engineOptionsSchema } from '../../shared/contract/engine-options.ts'
import { createEngine } from './create-engine.ts'
import type { EngineEnvironment } from './engine-environment.ts'
import { createHttpClient } from './http/create-http-client.ts'
import { createImageWork, type ImageWorkerFiles } from './images/image-work.ts'
import { createRedactingLogger } from './log/redacting-logger.ts'
import { findPort } from './rpc/find-port.ts'
import { serveEngine } from './rpc/serve-engine.ts'
import { systemMachine } from './system-machine.ts'
import { systemRandom } from './system-random.ts'
import { systemClock } from './time/system-clock.ts'

// The engine process: reads what main hands to it, and joins the real clock, chance and network to the engine.
const options = engineOptionsSchema.parse(JSON.parse(process.argv.at(-1) ?? ''))
const port = findPort()
const log = createRedactingLogger((level, text) => port.post({ kind: 'log', level, text }))

process.on('unhandledRejection', (reason) => {
  // A background task that failed must not take the others with it; what it did to the database was a whole transaction or nothing.
  log.error(`a promise failed unheard: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`)
})

const serving = serveEngine({
  port,
  log,
  clock: systemClock,
  environment: {
    dataFolder: options.dataFolder,
    stateFolder: options.stateFolder,
    machine: systemMachine,
    clock: systemClock,
    random: systemRandom,
    sqliteBinding: options.sqliteBinding,
    // As build/vite-build.ts lays them beside this file's folder.
    images: createImageWork({ files: imageFilesIn(join(import.meta.dirname, '../images')), clock: systemClock, log }),
    videoWorker: join(import.meta.dirname, '../videos/videos.cjs'),
    spellingFiles: spellingFilesIn(join(import.meta.dirname, '../spelling')),
    startBackgroundWork: true,
    checkAnswers: options.isDevelopment,
    testOptions: options.testOptions,
    giveUp: () => process.exit(70)
  },
  openHttp: (findRoutes, proxyLogins) => createHttpClient({ log, userAgent: `Vigie/${options.appVersion}`, loopbackIsAllowed: options.isDevelopment, findRoutes, proxyLogins }),
  create: createEngine,
  end: () => setImmediate(() => process.exit(0))
})

// A system that goes down tells every process at once, and main may be gone before it asks.
process.once('SIGTERM', () => void serving.then(({ stop }) => stop()))

serving.catch((error: unknown) => {
  log.error(`the engine could not be put together: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  setImmediate(() => process.exit(1))
})

function imageFilesIn(folder: string): ImageWorkerFiles {
  return { worker: join(folder, 'images.cjs'), library: join(folder, 'vips-node.js'), heic: folder }
}

function spellingFilesIn(folder: string): EngineEnvironment['spellingFiles'] {
  const at = (name: string): string => join(folder, name)
  return {
    worker: at('spelling.cjs'),
    library: at('hunspell.wasm'),
    dictionaries: { fr: { rules: at('fr.aff'), words: [at('fr.dic')] }, en: { rules: at('en.aff'), words: [at('en.dic'), at('en-gb.dic')] } }
  }
}
