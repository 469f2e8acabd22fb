import { expect, type Page } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

interface AxNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: { readonly value?: string }
  readonly name?: { readonly value?: string; readonly sources?: unknown }
  readonly childIds?: readonly string[]
}

/** Two pieces of a name that a reader hears as one word: “09:00Hello”. */
async function namesRunTogether(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly AxNode[] }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const piecesOf = (node: AxNode): readonly string[] => {
    const role = node.role?.value ?? ''
    const name = node.name?.value?.trim() ?? ''
    if (role === 'StaticText' || role === 'image') return name === '' ? [] : [name]
    return (node.childIds ?? []).flatMap((id) => piecesOf(byId.get(id) ?? node))
  }
  const named = nodes.filter(({ ignored, role }) => !ignored && ['button', 'link', 'option', 'row', 'gridcell', 'listitem', 'tab', 'menuitem', 'radio'].includes(role?.value ?? ''))
  // It does look at names that are made of several texts.
  expect(named.filter((node) => piecesOf(node).length > 1).length).toBeGreaterThan(0)
  return named.flatMap((node) => {
    const name = node.name?.value ?? ''
    const pieces = piecesOf(node)
    const isTogether = pieces.some((piece, place) => {
      const next = pieces[place + 1]
      return next !== undefined && /[\p{L}\p{N}]$/u.test(piece) && /^[\p{L}\p{N}]/u.test(next) && name.includes(`${piece}${next}`)
    })
    return isTogether ? [`${node.role?.value ?? ''}: ${name}`] : []
  })
}

test('no name of anything in the calendar, the outbox, the ledger and the inbox runs two texts together', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const found: Record<string, readonly string[]> = {}
  const further: Readonly<Record<string, readonly string[]>> = { calendar: ['Week', 'List'], outbox: ['Done'] }
  for (const place of ['calendar', 'outbox', 'inbox', 'ideas', 'watch', 'accounts']) {
    await studio.open(`#/w/${workspaceId}/${place}`)
    found[place] = await namesRunTogether(page)
    for (const name of further[place] ?? []) {
      await page.getByRole('radio', { name, exact: true }).or(page.getByRole('button', { name, exact: true })).first().click()
      found[`${place}, ${name}`] = await namesRunTogether(page)
    }
  }
  expect(Object.entries(found).filter(([, names]) => names.length > 0)).toEqual([])
})
