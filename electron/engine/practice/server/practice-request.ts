import type { z } from 'zod'
import type { ClientRow } from '../record/clients-record.ts'
import type { MemberRow } from '../record/members-record.ts'
import type { PracticeRecord } from '../record/practice-record.ts'

export interface UploadedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Who asks: nobody known, a client by itself, or a client for the workspace's own account. */
export interface Bearer {
  readonly client: ClientRow
  readonly scopes: string
  readonly createdAt: number
  readonly member: MemberRow | null
}

/** One call, read and sorted; the parameters of query, form and JSON body together, still unknown. */
export interface PracticeRequest {
  readonly method: string
  readonly path: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Values of `:name` parts of the route's path. */
  readonly captures: Readonly<Record<string, string>>
  readonly bearer: Bearer | null
  /** Origin to build addresses with: as the client itself calls the server. */
  readonly base: string
}

export interface PracticeAnswer {
  readonly status: number
  readonly body: { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'bytes'; readonly mediaType: string; readonly bytes: Uint8Array } | { readonly kind: 'none' }
  readonly headers?: Readonly<Record<string, string>>
}

/** What the routes work with. They hold no state of their own. */
export interface RouteTools {
  readonly record: PracticeRecord
  now(): number
  /** Unguessable, URL-safe, 43 characters. */
  newSecret(): string
  /** Codes handed out by `/oauth/authorize`, in memory only. */
  readonly codes: Map<string, PendingCode>
  /** Called after the own account wrote or reacted, so that the community can take notice. */
  ownAct(): void
  readonly log: { warning(text: string): void }
}

export interface PendingCode {
  readonly clientId: string
  readonly redirectUri: string
  readonly scopes: string
  readonly challenge: string | null
  readonly expiresAt: number
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** `member` needs a token for the own account with the scope; `client` any token; `anyone` none. */
  readonly access: { readonly kind: 'anyone' } | { readonly kind: 'client' } | { readonly kind: 'member'; readonly scope: string }
  readonly budget?: 'media' | 'delete'
  answer(request: PracticeRequest, tools: RouteTools): PracticeAnswer
}

export const anyone = { kind: 'anyone' } as const
export const client = { kind: 'client' } as const
export function member(scope: string): { readonly kind: 'member'; readonly scope: string } {
  return { kind: 'member', scope }
}

export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): PracticeAnswer {
  return { status: 200, body: { kind: 'json', value }, headers }
}

export function text(status: number, mediaType: string, content: string, headers: Readonly<Record<string, string>> = {}): PracticeAnswer {
  return { status, body: { kind: 'bytes', mediaType, bytes: new TextEncoder().encode(content) }, headers }
}

/** An error in Mastodon's form: `{"error": "..."}`. */
export function refuse(status: number, error: string, description?: string): PracticeAnswer {
  return { status, body: { kind: 'json', value: description === undefined ? { error } : { error, error_description: description } } }
}

export const recordNotFound = refuse(404, 'Record not found')

/** Parses the parameters; an answer when they do not fit. */
export function readParameters<Schema extends z.ZodType>(schema: Schema, request: PracticeRequest): { ok: true; value: z.output<Schema> } | { ok: false; answer: PracticeAnswer } {
  const parsed = schema.safeParse(request.parameters)
  if (parsed.success) return { ok: true, value: parsed.data }
  const first = parsed.error.issues[0]
  const name = first?.path.join('.') ?? 'input'
  return { ok: false, answer: refuse(422, `Validation failed: ${name} ${first?.message.toLowerCase() ?? 'is not valid'}`) }
}

/** The member of a request whose route says `member`; the router has seen to it. */
export function ownMember(request: PracticeRequest): MemberRow {
  const found = request.bearer?.member
  if (found === null || found === undefined) throw new Error('a route for members was called without one')
  return found
}
