import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'

export interface GraphNode {
  /** Its fields, and its edges that can be read. */
  readonly fields: ReadonlySet<string>
  /** Those whose own fields are chosen: which node stands there, and what may be said of the list. */
  readonly edges: Readonly<Record<string, { readonly node: string; readonly modifiers: readonly string[] }>>
}

/** What a request asks for in `fields` that the nodes do not have: https://developers.facebook.com/docs/graph-api/guides/field-expansion (read on 2026-11-21). */
export function checkFields({ url }: HttpRequest, nodes: Readonly<Record<string, GraphNode>>): readonly string[] {
  const { pathname, searchParams } = new URL(url)
  const asked = searchParams.get('fields')
  if (asked === null) return []
  const edge = pathname.split('/')[3]
  // A post, a comment or the Page: its own address does not say which.
  const candidates = pathname.endsWith('/me') ? ['Page'] : edge === undefined ? ['PagePost', 'Comment', 'Page', 'UnifiedThread'] : edge === 'comments' ? ['Comment'] : edge === 'conversations' ? ['UnifiedThread'] : edge === 'messages' ? ['UnifiedMessage'] : edge === 'stories' ? ['Stories'] : edge === 'captions' ? ['VideoCaption'] : edge === 'search' ? ['Page'] : ['PagePost']
  const complaints = candidates.map((node) => unknownFields(asked, node, nodes))
  return complaints.some((each) => each.length === 0) ? [] : (complaints[0] ?? [])
}

/** What of `fields` a node does not have, by the names of the nodes that it leads to. */
export function unknownFields(asked: string, nodeName: string, nodes: Readonly<Record<string, GraphNode>>): readonly string[] {
  const node = nodes[nodeName]
  if (node === undefined) return [`no node ${nodeName}`]
  return splitFields(asked).flatMap((field) => {
    const [, name = '', modifiers = '', inner] = /^(\w+)((?:\.\w+\([^)]*\))*)(?:\{(.*)\})?$/.exec(field) ?? []
    if (!node.fields.has(name)) return [`${nodeName} has no field ${name === '' ? field : name}`]
    const edge = node.edges[name]
    const wrong = [...modifiers.matchAll(/\.(\w+)\(/g)].map(([, modifier = '']) => modifier).filter((modifier) => edge?.modifiers.includes(modifier) !== true)
    const below = inner === undefined ? [] : edge === undefined ? [`${nodeName}.${name} has no fields of its own`] : unknownFields(inner, edge.node, nodes)
    return [...wrong.map((modifier) => `${nodeName}.${name} takes no ${modifier}`), ...below]
  })
}

/** At the commas that stand in no brackets. */
function splitFields(asked: string): readonly string[] {
  const fields = ['']
  let depth = 0
  for (const sign of asked) {
    if ('{('.includes(sign)) depth += 1
    if ('})'.includes(sign)) depth -= 1
    if (sign === ',' && depth === 0) fields.push('')
    else fields[fields.length - 1] += sign
  }
  return fields
}
