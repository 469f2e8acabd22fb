import { useState } from 'react'
import { currentWorkspaceId, routeStore } from '../../shell/route-store.ts'

/** How long what was typed waits for somebody to come back to it; each key begins it anew. */
const formsKeptMs = 30 * 60_000

/** `place`: which form it is; each account that is connected again has one of its own. */
export interface FormPlace {
  readonly workspaceId: string
  readonly place: string
}

export type UseBegunForm<Form> = (at: FormPlace, initial: Form) => readonly [Form, (form: Form) => void]

/** Whose forms are kept, until when. Keys and secrets are among them: they stay in the memory of this page, of one client at a time, and are handed to nobody. */
let begun: { readonly workspaceId: string; readonly end: () => void } | null = null
const keptForms: { clear(): void }[] = []

/** Once connected, after a while, and as soon as another client is on screen. */
export function forgetForms(): void {
  begun?.end()
  begun = null
  for (const forms of keptForms) forms.clear()
}

/** From now on as long as ever; what was kept of another client goes. */
function holdForms(workspaceId: string): void {
  if (begun !== null && begun.workspaceId !== workspaceId) forgetForms()
  begun?.end()
  const timer = window.setTimeout(forgetForms, formsKeptMs)
  const stop = routeStore.subscribe(() => currentWorkspaceId() !== workspaceId && forgetForms())
  begun = {
    workspaceId,
    end: () => {
      window.clearTimeout(timer)
      stop()
    }
  }
}

/** Makes a hook as `useState`, of forms that are found again when their dialog was closed before they were sent. Made once, for the whole window. */
export function keepBegun<Form>(): UseBegunForm<Form> {
  const forms = new Map<string, Form>()
  keptForms.push(forms)
  return function useBegunForm({ workspaceId, place }, initial) {
    const [form, setForm] = useState<Form>(() => (begun?.workspaceId === workspaceId ? forms.get(place) : undefined) ?? initial)
    function change(next: Form): void {
      setForm(next)
      // An answer may come when another client is on screen already.
      if (currentWorkspaceId() !== workspaceId) return
      holdForms(workspaceId)
      forms.set(place, next)
    }
    return [form, change]
  }
}
