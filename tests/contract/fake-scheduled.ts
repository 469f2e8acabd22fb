import { notFound, ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

interface Scheduled {
  readonly id: string
  readonly text: string
  readonly warning: string | null
  at: string
  readonly media: readonly string[]
  readonly poll: unknown
  readonly key: string
}

/** https://docs.joinmastodon.org/methods/scheduled_statuses/ */
export function createFakeScheduled() {
  const all: Scheduled[] = []
  let lastId = 0
  const show = ({ id, text, warning, at, media, poll }: Scheduled): object => ({ id, scheduled_at: at, params: { text, spoiler_text: warning, media_ids: media, poll }, media_attachments: media.map((one) => ({ id: one })) })
  const instantOf = (json: FakeRequest['json']): string => new Date(String(json['scheduled_at'])).toISOString()

  return {
    waiting: (): readonly string[] => all.map(({ text }) => text),
    create({ json, headers }: FakeRequest): FakeAnswer {
      const key = headers['idempotency-key'] ?? ''
      const known = all.find((one) => one.key === key)
      if (known !== undefined) return ok(show(known))
      lastId += 1
      const made: Scheduled = { id: String(lastId), text: String(json['status']), warning: typeof json['spoiler_text'] === 'string' ? json['spoiler_text'] : null, at: instantOf(json), media: (json['media_ids'] ?? []) as string[], poll: json['poll'] ?? null, key }
      all.push(made)
      return ok(show(made))
    },
    answer({ method, path, query, json }: FakeRequest): FakeAnswer {
      const id = /^\/api\/v1\/scheduled_statuses\/([^/]+)$/.exec(path)?.[1]
      if (id === undefined) {
        const maxId = query.get('max_id')
        return ok(all.toReversed().filter((one) => maxId === null || Number(one.id) < Number(maxId)).slice(0, Number(query.get('limit') ?? 20)).map(show))
      }
      const found = all.find((one) => one.id === id)
      if (found === undefined) return notFound
      if (method === 'PUT') found.at = instantOf(json)
      if (method === 'DELETE') all.splice(all.indexOf(found), 1)
      return ok(method === 'DELETE' ? {} : show(found))
    }
  }
}
