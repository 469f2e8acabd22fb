import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../../shared/networks/network-id.ts'
import type { PostFraming } from '../../../../shared/posts/post-framing.ts'
import { useFramingWords } from './use-framing-words.ts'

/** How a post stands on its network, in words: who sees it or may answer, its language, topic and warning. */
export function ShownFraming({ framing, networkId }: { readonly framing: PostFraming; readonly networkId: NetworkId }): React.JSX.Element {
  return (
    <ul>
      {useFramingWords()(framing, capabilitiesOf(networkId).framing).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
