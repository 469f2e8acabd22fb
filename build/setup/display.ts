/** A display for Electron: the desktop's, or a virtual one. */
import { spawn, type ChildProcess } from 'node:child_process'
import { say } from './cache-folder.mjs'
import { isInstalled, isLinux, type Environment } from './commands.ts'
import { missingEmojiFont, requireSystemPackages } from './system-packages.ts'

export const hasDisplay = (env: Environment): boolean => !isLinux || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])

/** Xvfb chooses a free number itself and writes it to the pipe it is given. */
function displayNumber(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text.trim())
    })
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    server.on('error', reject)
  })
}

/** Runs `body` with an environment that has a display, for as long as it takes. */
export async function withDisplay(env: Environment, body: (env: Environment) => Promise<number>): Promise<number> {
  if (hasDisplay(env)) return body(env)
  // A system without a display has seldom a font with emoji, and posts are full of them.
  if (!isInstalled('Xvfb')) requireSystemPackages({ commands: ['Xvfb'], others: missingEmojiFont() })
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const stop = (): void => void server.kill()
  process.on('exit', stop)
  try {
    const number = await displayNumber(server)
    say(`no display here: a virtual one (Xvfb :${number}) serves`)
    return await body({ ...env, DISPLAY: `:${number}` })
  } finally {
    process.off('exit', stop)
    stop()
  }
}
