import { z } from 'zod'

/** Instagram's names: letters, digits, full stops and underscores. Its pages for programs do not say it; its own people's names do. */
const userName = /^[a-z0-9._]{1,30}$/
export const userNameSchema = z.string().regex(userName)

/** User names as somebody writes them, with a sign before them or spaces around: each once, at most `max`. What cannot be one is left out: another spelling would be another person. */
export function asUserNames(words: readonly string[], max: number): readonly string[] {
  const names = words.map((word) => word.trim().replace(/^@/, '').toLowerCase()).filter((name) => userName.test(name))
  return [...new Set(names)].slice(0, max)
}
