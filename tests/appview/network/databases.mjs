/**
 * PostgreSQL and Redis for one run: on loopback, on free ports, with their files in a temporary folder. Root hands them to the system's
 * `postgres` user: PostgreSQL refuses root, and no server that takes commands from a port should be root.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../../servers/bluesky/loopback-server.mjs'

const patience = 60_000

const idOf = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)

/** As whom the databases run: undefined for the user we are. */
const owner = process.getuid() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined

function makeFolder(path) {
  mkdirSync(path, { mode: 0o700 })
  if (owner !== undefined) chownSync(path, owner.uid, owner.gid)
  return path
}

const takesConnections = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })

/** Starts a server that stays in the foreground, and waits until its port answers. */
async function start(command, args, port) {
  const child = spawn(command, args, { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let complaints = ''
  child.stderr.on('data', (chunk) => (complaints = (complaints + chunk).slice(-2000)))
  const deadline = performance.now() + patience
  while (!(await takesConnections(port))) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${command} did not start: ${complaints}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return child
}

const ended = (child) => (child.exitCode === null && child.signalCode === null ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve())

async function startPostgres(folder) {
  const data = makeFolder(join(folder, 'postgres'))
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(data, '..', 'postgres-password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner !== undefined) chownSync(passwordFile, owner.uid, owner.gid)
  const bin = process.env.VIGIE_TEST_POSTGRES
  const init = ['-D', data, '-U', 'vigie', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--no-sync']
  const { status, stderr } = spawnSync(join(bin, 'initdb'), init, { ...owner, cwd: '/', encoding: 'utf8' })
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`)
  const port = await freePort()
  // Nothing of it has to outlive a power cut.
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=300', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'logging_collector=off']
  const child = await start(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], port)
  return { child, url: `postgres://vigie:${password}@127.0.0.1:${port}/postgres` }
}

async function startRedis(folder) {
  const data = makeFolder(join(folder, 'redis'))
  const port = await freePort()
  const child = await start('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--save', '', '--appendonly', 'no'], port)
  return { child, host: `127.0.0.1:${port}` }
}

/** `folder` is there, empty, and thrown away by the caller. */
export async function startDatabases(folder) {
  // The servers' user has to pass through it, and sees nothing of what else lies there.
  chmodSync(folder, 0o711)
  const postgres = await startPostgres(folder)
  const redis = await startRedis(folder)
  return {
    postgresUrl: postgres.url,
    redisHost: redis.host,
    async stop() {
      // At once, without writing anything that is thrown away anyway.
      postgres.child.kill('SIGQUIT')
      redis.child.kill('SIGKILL')
      await Promise.all([ended(postgres.child), ended(redis.child)])
    }
  }
}
