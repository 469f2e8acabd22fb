import { z } from 'zod'
import type { FindPeople } from '../network-reading.ts'
import { done, isNotThere } from '../network-results.ts'
import { openXApi } from './x-api.ts'
import type { XOptions } from './x-options.ts'

/** Without `data` there is nobody of that name. */
const userSchema = z.looseObject({ data: z.looseObject({ username: z.string(), name: z.string().catch('') }).optional() })

/** X looks for whole names alone, and each is paid for. */
export function createXPeople(options: XOptions): FindPeople {
  return async (session, name) => {
    const api = openXApi(options, session)
    if (!api.ok) return api
    if (!/^\w{1,15}$/.test(name)) return done([])
    const read = await api.value.get(`/2/users/by/username/${name}`, {}, userSchema)
    if (!read.ok) return isNotThere(read.failure) ? done([]) : read
    const { data } = read.value
    return done(data === undefined ? [] : [{ name: data.name, handle: data.username }])
  }
}
