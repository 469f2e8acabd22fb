import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import { startTestEngine, type TestEngine, type TestEngineOptions } from '../support/start-test-engine.ts'

export interface PracticeEngine extends TestEngine {
  readonly workspaceId: string
  /** The network's own record, read beside the engine: what really is there. */
  onTheNetwork<Row>(sql: string, ...parameters: unknown[]): Row[]
  /** The workspace's database, read beside the engine. */
  inTheWorkspace<Row>(sql: string, ...parameters: unknown[]): Row[]
}

/** A real engine with a practice workspace, over real http on loopback. */
export async function startPracticeEngine(options: TestEngineOptions & { language?: 'fr' | 'en'; timeZone?: string; start?: boolean; workspaceId?: string } = {}): Promise<PracticeEngine> {
  const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  const engine = await startTestEngine({ http, ...options })
  const workspaceId = options.workspaceId ?? randomUUID()
  const query = <Row>(file: string, sql: string, parameters: unknown[]): Row[] => {
    const database = new Database(join(engine.folder, 'workspaces', workspaceId, file), { readonly: true })
    try {
      return database.prepare(sql).all(...parameters) as Row[]
    } finally {
      database.close()
    }
  }
  if (options.start !== false) await engine.ask('practice.start', { workspaceId, language: options.language ?? 'fr', timeZone: options.timeZone ?? 'Europe/Paris' })
  return Object.assign(engine, {
    workspaceId,
    onTheNetwork: <Row>(sql: string, ...parameters: unknown[]) => query<Row>('practice.db', sql, parameters),
    inTheWorkspace: <Row>(sql: string, ...parameters: unknown[]) => query<Row>('workspace.db', sql, parameters)
  })
}
