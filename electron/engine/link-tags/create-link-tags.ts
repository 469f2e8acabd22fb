import { succeed } from '../../../shared/contract/result.ts'
import { defaultLinkDefaults, linkDefaultsSchema } from '../../../shared/links/link-tags.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

/** What one client's links say of where they were clicked. Links that are written already keep what they say. */
export function createLinkTags(context: WorkspaceContext): Feature {
  const find = context.database.prepare<[], { content: string }>('SELECT content FROM link_tags')
  const upsert = context.database.prepare<{ content: string; now: number }>('INSERT INTO link_tags (one, content, updated_at) VALUES (1, @content, @now) ON CONFLICT (one) DO UPDATE SET content = @content, updated_at = @now')
  return {
    handlers: {
      'linkTags.read'() {
        const row = find.get()
        return succeed(row === undefined ? defaultLinkDefaults : linkDefaultsSchema.parse(JSON.parse(row.content)))
      },
      'linkTags.save'({ defaults }) {
        upsert.run({ content: JSON.stringify(defaults), now: context.clock.now() })
        context.emit('linkTags.changed', { workspaceId: context.workspace().id })
        return succeed(defaults)
      }
    }
  }
}
