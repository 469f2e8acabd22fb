import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { TagsRule } from '../networks/tags-rule.ts'
import type { Account } from '../accounts/account.ts'
import type { Problem } from './problem.ts'
import type { PostContent } from './post.ts'
import { lengthTogether, tagsAsSent, tagsFor } from './tags.ts'

export const tagProblemCodes = ['too_many_tags', 'tag_too_long', 'tags_too_long', 'tag_one_word', 'tag_signs'] as const

interface TagProblem {
  readonly code: (typeof tagProblemCodes)[number]
  readonly details: Problem<string>['details']
}

type Server = Pick<Account, 'id' | 'serverLimits'>

/** What a network has against the tags that it would get; a server's own bounds go first. Nothing is cut or left out silently, so each stops the post. */
export function checkTags(content: Pick<PostContent, 'tags' | 'targets'>, { id, serverLimits }: Server, { tags: rule, refusedSigns }: Pick<NetworkCapabilities, 'tags' | 'refusedSigns'>): readonly TagProblem[] {
  if (rule === undefined) return []
  const tags = tagsAsSent(tagsFor(content, id), rule)
  const maxEach = serverLimits.tags?.maxEach ?? rule.maxEach?.value ?? Infinity
  return [...checkCount(tags.length, serverLimits.tags?.maxCount ?? rule.maxCount?.value ?? Infinity), ...checkTogether(tags, rule), ...tags.flatMap((tag) => checkTag(tag, { maxEach, form: rule.form, signs: [...((refusedSigns ?? rule.refusedSigns)?.value ?? '')] }))]
}

function checkCount(count: number, max: number): readonly TagProblem[] {
  return count > max ? [{ code: 'too_many_tags', details: { count, max } }] : []
}

function checkTogether(tags: readonly string[], { maxTogether }: TagsRule): readonly TagProblem[] {
  const count = lengthTogether(tags)
  return maxTogether !== undefined && count > maxTogether.value ? [{ code: 'tags_too_long', details: { count, max: maxTogether.value } }] : []
}

interface OneTag {
  readonly maxEach: number
  readonly form: TagsRule['form']
  readonly signs: readonly string[]
}

function checkTag(tag: string, { maxEach, form, signs }: OneTag): readonly TagProblem[] {
  const count = [...tag].length
  return [
    ...(count > maxEach ? [{ code: 'tag_too_long' as const, details: { tag, count, max: maxEach } }] : []),
    ...(form === 'one_word' && !/^[\p{L}\p{M}\p{N}_]+$/u.test(tag) ? [{ code: 'tag_one_word' as const, details: { tag } }] : []),
    ...(signs.some((sign) => tag.includes(sign)) ? [{ code: 'tag_signs' as const, details: { tag, signs: signs.join(' ') } }] : [])
  ]
}
