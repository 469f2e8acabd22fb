import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { offerPlace } from './beside-store.ts'

/** The editor beside which it stands takes what is put in from the side. */
export function OfferPlace({ editor }: { readonly editor: Editor }): null {
  useEffect(() => offerPlace(editor), [editor])
  return null
}
