import { z } from 'zod'
import type { FindPeople } from '../network-reading.ts'
import { mapValue } from '../network-results.ts'
import { openDiscourseApi } from './discourse-api.ts'
import type { DiscourseOptions } from './discourse-options.ts'

const usersSchema = z.looseObject({ users: z.array(z.looseObject({ username: z.string().min(1), name: z.string().nullish().catch(null) })) })
const most = 8

/** https://github.com/discourse/discourse/blob/main/config/routes.rb, `get "u/search/users"` (read on 2026-11-22): what the forum's own editor asks behind an `@`. */
export function createDiscoursePeople(options: DiscourseOptions): FindPeople {
  return async (session, term) => {
    const api = openDiscourseApi(options, session)
    if (!api.ok) return api
    const read = await api.value.get(`/u/search/users.json?term=${encodeURIComponent(term)}&limit=${most}`, usersSchema)
    return mapValue(read, ({ users }) => users.map(({ username, name }) => ({ name: name ?? '', handle: username })))
  }
}
