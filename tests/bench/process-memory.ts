import { readdirSync, readFileSync } from 'node:fs'

/**
 * Proportional set size of a process and all its descendants, in MiB (Linux only). RSS would count shared pages once for each process.
 * Processes that end while they are read count as nothing.
 */
export function treeMemory(rootPid: number): number {
  const children = childrenByParent()
  const waiting = [rootPid]
  let kibibytes = 0
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    kibibytes += proportionalSetSize(pid)
    waiting.push(...(children.get(pid) ?? []))
  }
  return kibibytes / 1024
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const status = readIfThere(`/proc/${name}/stat`)
    // The command's name stands in parentheses and may hold anything; the parent's id is the second field after it.
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])
    if (Number.isInteger(parent)) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  return children
}

function proportionalSetSize(pid: number): number {
  const line = /^Pss:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))
  return Number(line?.[1] ?? 0)
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // ended in the meantime
  }
}
