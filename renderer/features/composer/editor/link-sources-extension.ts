import { Extension } from '@tiptap/core'

/** Keeps beside a link how the client's statistics call the networks, as it was when the link was tagged; also through the clipboard. */
export const linkSources = Extension.create({
  name: 'linkSources',
  addGlobalAttributes: () => [
    {
      types: ['link'],
      attributes: {
        sources: {
          default: null,
          parseHTML: (element) => element.getAttribute('data-sources'),
          renderHTML: ({ sources }) => (typeof sources === 'string' ? { 'data-sources': sources } : {})
        }
      }
    }
  ]
})
