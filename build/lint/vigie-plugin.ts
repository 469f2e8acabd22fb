/** Vigie's own lint rules, read by oxlint: which folder may import which, one door for each dangerous act, short functions. */
import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DOORS, type Door } from './doors.ts'
import { complaintAboutImport } from './import-directions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const SHIPPED = /^(electron|renderer|shared)\//

// The part of the ESTree syntax that the rules look at.
interface Node {
  readonly type: string
  readonly loc?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } }
}
interface Named extends Node {
  readonly name: string
}
interface ImportNode extends Node {
  readonly source: (Node & { readonly value?: unknown }) | null
  readonly specifiers?: readonly { readonly imported?: Partial<Named> }[]
}
interface MemberNode extends Node {
  readonly object: Partial<Named> & { readonly property?: Partial<Named> }
  readonly property: Partial<Named>
}
interface NewNode extends Node {
  readonly callee: Partial<Named>
  readonly arguments: readonly Node[]
}
interface PropertyNode extends Node {
  readonly key: Partial<Named> & { readonly value?: unknown }
}
interface Reference {
  readonly identifier: Named
}
interface Context {
  readonly physicalFilename: string
  readonly sourceCode: { readonly scopeManager: { readonly globalScope: { readonly through: readonly Reference[] } | null } }
  report(complaint: { node: Node; message: string }): void
}

const pathInRoot = (context: Context): string => relative(root, context.physicalFilename).split(sep).join('/')

const importDirection = {
  create(context: Context) {
    const file = pathInRoot(context)
    const check = (node: ImportNode): void => {
      if (typeof node.source?.value !== 'string') return
      const message = complaintAboutImport(file, node.source.value)
      if (message !== undefined) context.report({ node: node.source, message })
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check, TSImportType: check }
  }
}

const isAllowedIn = (file: string, door: Door): boolean => door.allowedIn.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place))

/** The names under which a member expression may be listed: `Date.now`, and `webContents.send` for `window.webContents.send`. */
function memberActs(node: MemberNode): string[] {
  const owners = [node.object.name, node.object.property?.name]
  return owners.filter((owner) => owner !== undefined).map((owner) => `${owner}.${node.property.name ?? ''}`)
}

function importActs(node: ImportNode): string[] {
  const { value } = node.source ?? {}
  if (typeof value !== 'string') return []
  const names = (node.specifiers ?? []).map((specifier) => specifier.imported?.name)
  return [value, ...names.filter((name) => name !== undefined).map((name) => `${value}#${name}`)]
}

const newActs = (node: NewNode): string[] => {
  const name = node.callee.name
  if (name === undefined) return []
  return node.arguments.length === 0 ? [`new ${name}`, `new ${name}()`] : [`new ${name}`]
}

const keyActs = ({ key }: PropertyNode): string[] => [`key:${key.name ?? String(key.value)}`]

const oneDoor = {
  create(context: Context) {
    const file = pathInRoot(context)
    if (!SHIPPED.test(file)) return {}
    const closed = new Map(DOORS.filter((door) => !isAllowedIn(file, door)).map((door) => [door.act, door]))
    const check = (node: Node, acts: readonly string[]): void => {
      const door = acts.map((act) => closed.get(act)).find((found) => found !== undefined)
      if (door === undefined) return
      const place = door.allowedIn.length === 0 ? '' : ` (its place is ${door.allowedIn.join(', ')})`
      context.report({ node, message: `${door.act.replace(/^\w+:(?!\w*:)/, '')} is not allowed here: ${door.instead}${place}` })
    }
    return {
      MemberExpression: (node: MemberNode) => check(node, memberActs(node)),
      NewExpression: (node: NewNode) => check(node, newActs(node)),
      Property: (node: PropertyNode) => check(node, keyActs(node)),
      ImportDeclaration: (node: ImportNode) => check(node, importActs(node)),
      JSXOpeningElement: (node: Node & { readonly name: Partial<Named> }) => check(node, [`jsx:${node.name.name ?? ''}`]),
      // A global is a name that nothing in the file declares: a parameter called fetch is somebody's injected one.
      'Program:exit': () => {
        for (const { identifier } of context.sourceCode.scopeManager.globalScope?.through ?? []) check(identifier, [identifier.name])
      }
    }
  }
}

const MAX_OWN_LINES = 60

/**
 * Lines of a function without the functions inside it, which are measured on their own: a factory with ten short functions
 * is as easy to read as a class with ten short methods.
 */
const maxOwnLines = {
  create(context: Context) {
    const linesOfInner: number[] = []
    const enter = (): void => void linesOfInner.push(0)
    const leave = (node: Node): void => {
      const inner = linesOfInner.pop() ?? 0
      const lines = node.loc === undefined ? 0 : node.loc.end.line - node.loc.start.line + 1
      const outer = linesOfInner.length - 1
      // The line a one-liner stands on is the outer function's too.
      if (outer >= 0) linesOfInner[outer] = (linesOfInner[outer] ?? 0) + Math.max(0, lines - 1)
      if (lines - inner > MAX_OWN_LINES) {
        context.report({ node, message: `this function has ${lines - inner} lines of its own (at most ${MAX_OWN_LINES}): give its parts names` })
      }
    }
    return {
      FunctionDeclaration: enter,
      FunctionExpression: enter,
      ArrowFunctionExpression: enter,
      'FunctionDeclaration:exit': leave,
      'FunctionExpression:exit': leave,
      'ArrowFunctionExpression:exit': leave
    }
  }
}

export default { meta: { name: 'vigie' }, rules: { 'import-direction': importDirection, 'one-door': oneDoor, 'max-own-lines': maxOwnLines } }
