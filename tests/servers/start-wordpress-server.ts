import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startChild } from './start-child.ts'

export interface WordpressServer {
  /** Address of the site, without final slash. */
  readonly url: string
  /** Does something on the site without Vigie: see wordpress/act.php. */
  act(action: string, input?: object): unknown
  /** The same for what gives the number of the new thing. */
  make(what: 'post' | 'comment' | 'user', input: object): number
  /** A new application password. */
  password(user: string): string
  posts(): readonly SitePost[]
  comments(post: number): readonly SiteComment[]
  media(): readonly { readonly id: number; readonly alt: string }[]
  stop(): Promise<void>
}

export interface SitePost {
  readonly id: number
  readonly title: string
  readonly content: string
  readonly status: string
  /** `2026-11-24 08:00:00` */
  readonly dateGmt: string
  readonly slug: string
  readonly thumbnail: number
}

export interface SiteComment {
  readonly id: number
  readonly text: string
  readonly parent: number
  /** As WordPress stores it: `1`, `0`, `spam`. */
  readonly approved: string
}

export interface WordpressOptions {
  /** Folder of the server that the site stands in: `/blog`. */
  readonly folder?: string
  readonly permalinks?: 'pretty' | 'plain'
  readonly appPasswords?: 'on' | 'off'
}

const template = process.env['VIGIE_TEST_WORDPRESS']

/** Whether a WordPress was laid out (by `npm test`) and PHP can run it; its tests are skipped otherwise. */
export const hasWordpressServer = template !== undefined && spawnSync('php', ['--version']).status === 0

/** A real WordPress on loopback: PHP's built-in server over SQLite, in a folder of its own. Ready in about two seconds. */
export async function startWordpressServer({ folder = '', permalinks = 'pretty', appPasswords = 'on' }: WordpressOptions = {}): Promise<WordpressServer> {
  if (template === undefined) throw new Error('VIGIE_TEST_WORDPRESS names no folder')
  const root = mkdtempSync(join(tmpdir(), 'vigie-wordpress-'))
  const site = join(root, folder)
  mkdirSync(site, { recursive: true })
  cpSync(template, site, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}${folder}`
  writeFileSync(join(site, 'wp-config.php'), configuration(url, appPasswords))
  const act = (action: string, input: object = {}): unknown => runAct(site, action, input)
  act('setUp', { title: 'Le blog de Léa', permalinks: permalinks === 'pretty' ? '/%year%/%monthnum%/%postname%/' : '' })
  const router = fileURLToPath(new URL('wordpress/router.php', import.meta.url))
  const env = { ...process.env, PHP_CLI_SERVER_WORKERS: '3', VIGIE_TEST_SITE_FOLDER: folder }
  const running = startChild('php', ['-d', 'display_errors=stderr', '-S', `127.0.0.1:${port}`, '-t', root, router], { cwd: root, env })
  running.child.stderr?.resume()
  await answers(`${url}/?rest_route=/`)
  return {
    url,
    act,
    make: (what, input) => Number(act(what, input)),
    password: (user) => String(act('password', { user })),
    posts: () => act('posts') as readonly SitePost[],
    comments: (post) => act('comments', { post }) as readonly SiteComment[],
    media: () => act('media') as { id: number; alt: string }[],
    async stop() {
      await running.stop()
      rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    }
  }
}

function configuration(url: string, appPasswords: 'on' | 'off'): string {
  const salts = ['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT']
  const constants: Record<string, string | boolean> = {
    DB_NAME: 'wp', DB_USER: 'wp', DB_PASSWORD: 'wp', DB_HOST: 'localhost', DB_CHARSET: 'utf8mb4', DB_COLLATE: '',
    WP_HOME: url, WP_SITEURL: url,
    // "local" is what switches application passwords on without https.
    WP_ENVIRONMENT_TYPE: appPasswords === 'on' ? 'local' : 'production',
    WP_HTTP_BLOCK_EXTERNAL: true, DISABLE_WP_CRON: true, AUTOMATIC_UPDATER_DISABLED: true, WP_DEBUG: false,
    ...Object.fromEntries(salts.map((name) => [name, `test ${name}`]))
  }
  const lines = Object.entries(constants).map(([name, value]) => `define('${name}', ${typeof value === 'boolean' ? value : `'${value}'`});`)
  return `<?php\n${lines.join('\n')}\n$table_prefix = 'wp_';\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n`
}

function runAct(site: string, action: string, input: object): unknown {
  const script = fileURLToPath(new URL('wordpress/act.php', import.meta.url))
  const { stdout, stderr, status } = spawnSync('php', ['-d', 'display_errors=stderr', script, action, JSON.stringify(input)], { cwd: site, encoding: 'utf8' })
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Error(`${action} ended with ${status}: ${stdout.slice(-500)} ${stderr.slice(-500)}`)
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const ok = await fetch(address).then((answer) => answer.ok, () => false)
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing answers at ${address}`)
}
