import type { PostFraming } from '../../../../shared/posts/post-framing.ts'
import { useFramingWords } from './use-framing-words.ts'

/** How a post stands on its network, in words: who sees it, its language, its warning. */
export function ShownFraming({ framing }: { readonly framing: PostFraming }): React.JSX.Element {
  return (
    <ul>
      {useFramingWords()(framing).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
