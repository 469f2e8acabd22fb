import type { PostTerms } from '../../shared/posts/post-terms.ts'

/** What a person has said of a film before it may go to YouTube: for everybody, and not made for children. */
export const filmTerms: PostTerms = { audience: 'everyone', allows: [], discloses: null, film: { madeForKids: false, category: null, playlist: null, notifies: true } }
