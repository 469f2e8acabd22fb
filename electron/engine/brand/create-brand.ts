import type Database from 'better-sqlite3'
import { brandSchema, defaultBrand, type Brand } from '../../../shared/brand/brand.ts'
import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type MediaItem } from '../../../shared/media/media-item.ts'
import type { MediaService } from '../media/media-service.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

/** How one client looks. Its logo stays in the library as long as it is named here: the collection of files searches this table. */
export function createBrand(context: WorkspaceContext, { media }: { readonly media: Pick<MediaService, 'list'> }): Feature {
  const stored = createBrandRow(context.database)

  function logoOf({ logoId }: Brand): MediaItem | null {
    const [found] = logoId === null ? [] : media.list([logoId])
    return found === undefined || isVideo(found) ? null : found
  }

  return {
    handlers: {
      'brand.read': () => {
        const brand = stored.read()
        return succeed({ brand, logo: logoOf(brand) })
      },
      'brand.save': ({ brand }) => {
        if (brand.logoId !== null && logoOf(brand) === null) return fail(studioError('not_found', 'the logo is no picture of this workspace'))
        stored.write(brand, context.clock.now())
        context.emit('brand.changed', { workspaceId: context.workspace().id })
        return succeed(brand)
      }
    }
  }
}

function createBrandRow(database: Database.Database): { read(): Brand; write(brand: Brand, now: number): void } {
  const find = database.prepare<[], { content: string }>('SELECT content FROM brand')
  const upsert = database.prepare<{ content: string; now: number }>('INSERT INTO brand (one, content, updated_at) VALUES (1, @content, @now) ON CONFLICT (one) DO UPDATE SET content = @content, updated_at = @now')
  return {
    read() {
      const row = find.get()
      return row === undefined ? defaultBrand : brandSchema.parse(JSON.parse(row.content))
    },
    write(brand, now) {
      upsert.run({ content: JSON.stringify(brand), now })
    }
  }
}
