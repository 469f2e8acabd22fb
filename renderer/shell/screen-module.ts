import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/** A screen whose code is a chunk of its own. */
export interface ScreenModule<Props> {
  /** Begins to fetch the code, if it is not here. */
  readonly fetch: () => Promise<unknown>
  /** What to draw: the screen itself when its code is here already, else one that waits for it behind the fallback. */
  readonly component: () => ComponentType<Props> | LazyExoticComponent<ComponentType<Props>>
}

/**
 * React leaves a fallback standing for 300 ms once it is drawn, and draws one for every `lazy` the first time, even when the code has come
 * long since. What was fetched ahead is therefore drawn without `lazy`.
 */
export function screenModule<Props>(load: () => Promise<ComponentType<Props>>): ScreenModule<Props> {
  let here: ComponentType<Props> | undefined
  let drawn: ReturnType<ScreenModule<Props>['component']> | undefined
  const fetch = async (): Promise<ComponentType<Props>> => (here ??= await load())
  return {
    fetch,
    // Chosen once: another component in the same place would begin anew and lose what is typed in it.
    component: () => (drawn ??= here ?? lazy(async () => ({ default: await fetch() })))
  }
}
