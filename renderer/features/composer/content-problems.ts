import { createContext, useContext } from 'react'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'

const ProblemsContext = createContext<readonly PostProblem[]>([])

/** What the checks say of what is written: it may change with every key, and only what shows it is drawn again. */
export const ContentProblemsProvider = ProblemsContext.Provider

export function useContentProblems(): readonly PostProblem[] {
  return useContext(ProblemsContext)
}
