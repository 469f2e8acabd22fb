import { notFound, ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'

/** Nothing is taken that is due sooner than this, in ms: https://docs.joinmastodon.org/methods/statuses/#create */
const soonestMs = 5 * 60_000

interface Waiting {
  readonly id: string
  readonly account: string
  readonly text: string
  readonly dueAt: number
}

export interface MastodonScheduled {
  /** The text of what a request is about; null: it is about none that waits. */
  textOf(request: FakeRequest): string | null
  /** null: its time is not in the future, so that it is published at once. */
  create(account: string, request: FakeRequest): { readonly id: string | null; readonly answer: FakeAnswer } | null
  read(id: string): FakeAnswer
  /** null: the request is about something else. */
  answer(account: string, request: FakeRequest): FakeAnswer | null
  /** Publishes what is due, in order. */
  publishDue(publish: (due: Waiting) => void): void
}

/** Statuses that wait for their time: https://docs.joinmastodon.org/methods/scheduled_statuses/. */
export function createMastodonScheduled(now: () => number, nextId: () => string): MastodonScheduled {
  const waiting = new Map<string, Waiting>()
  const show = ({ id, text, dueAt }: Waiting): object => ({ id, scheduled_at: new Date(dueAt).toISOString(), params: { text }, media_attachments: [] })
  const idOf = (path: string): string | null => /^\/api\/v1\/scheduled_statuses\/(\d+)$/.exec(path)?.[1] ?? null
  const tooSoon: FakeAnswer = { status: 422, json: { error: 'Validation failed: The scheduled date must be in the future' } }
  const read = (id: string): FakeAnswer => {
    const one = waiting.get(id)
    return one === undefined ? notFound : ok(show(one))
  }

  function change(one: Waiting, { method, json }: FakeRequest): FakeAnswer {
    if (method === 'GET') return ok(show(one))
    if (method === 'DELETE') {
      waiting.delete(one.id)
      return ok({})
    }
    const dueAt = Date.parse(String(json['scheduled_at']))
    if (dueAt - now() < soonestMs) return tooSoon
    const moved = { ...one, dueAt }
    waiting.set(one.id, moved)
    return ok(show(moved))
  }

  return {
    textOf: ({ path }) => waiting.get(idOf(path) ?? '')?.text ?? null,
    create(account, { json }) {
      const dueAt = Date.parse(String(json['scheduled_at']))
      if (Number.isNaN(dueAt) || dueAt <= now()) return null
      if (dueAt - now() < soonestMs) return { id: null, answer: tooSoon }
      const one = { id: nextId(), account, text: String(json['status']), dueAt }
      waiting.set(one.id, one)
      return { id: one.id, answer: ok(show(one)) }
    },
    read,
    answer(account, request) {
      const { path, query } = request
      if (path === '/api/v1/scheduled_statuses') {
        const maxId = Number(query.get('max_id') ?? Number.POSITIVE_INFINITY)
        return ok([...waiting.values()].filter((one) => one.account === account && Number(one.id) < maxId).toReversed().slice(0, Number(query.get('limit') ?? 20)).map(show))
      }
      const id = idOf(path)
      if (id === null) return null
      const one = waiting.get(id)
      return one === undefined || one.account !== account ? notFound : change(one, request)
    },
    publishDue(publish) {
      const due = [...waiting.values()].filter(({ dueAt }) => dueAt <= now()).toSorted((a, b) => a.dueAt - b.dueAt)
      for (const one of due) {
        waiting.delete(one.id)
        publish(one)
      }
    }
  }
}
