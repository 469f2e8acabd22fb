import { Placeholder } from '@tiptap/extensions'
import StarterKit from '@tiptap/starter-kit'
import type { Extensions } from '@tiptap/core'
import { textHistory, type HistoryHooks } from './history/history-extension.ts'
import { gaps } from './gaps-extension.ts'
import { frenchTyping } from './french-typing-extension.ts'
import { handleNames } from './handle-names-extension.ts'
import { isAllowedLink } from './is-allowed-link.ts'
import { linkSources } from './link-sources-extension.ts'
import { spelling } from './spelling-extension.ts'
import { mentionMark, mentions } from './mention-extension.ts'
import { ownAddresses } from './own-addresses-extension.ts'
import { plainMarks } from './plain-marks-extension.ts'
import { textMarks } from './text-marks-extension.ts'
import { shortcodes, type ShortcodeHooks } from './shortcode-extension.ts'

/**
 * The editor's schema, the same as `shared/posts/rich-document.ts`: what no network can carry is not offered.
 * Links pass the allow-list on paste, on typing and when they are rendered.
 */
export function editorExtensions(placeholder: string, isFrenchTypingWanted: (text: string) => boolean, shortcodeHooks: ShortcodeHooks, onMentionKey: (event: KeyboardEvent) => boolean, historyHooks: HistoryHooks): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      undoRedo: false,
      heading: { levels: [2, 3] },
      link: {
        openOnClick: false,
        autolink: true,
        linkOnPaste: true,
        defaultProtocol: 'https',
        // No `protocols`: those of `isAllowedLink` are known anyway, and naming them to a second editor is complained about.
        isAllowedUri: (url) => isAllowedLink(url),
        shouldAutoLink: (url) => isAllowedLink(url),
        HTMLAttributes: { rel: 'noopener noreferrer', target: null }
      }
    }),
    Placeholder.configure({ placeholder }),
    handleNames,
    ownAddresses,
    textHistory(historyHooks),
    linkSources,
    gaps,
    textMarks,
    spelling,
    plainMarks,
    shortcodes(shortcodeHooks),
    mentionMark,
    mentions(onMentionKey),
    frenchTyping(isFrenchTypingWanted)
  ]
}
