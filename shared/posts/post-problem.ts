import { z } from 'zod'
import { attachedTextProblemCodes } from './check-attached-text.ts'
import { markProblemCodes } from './check-marks.ts'
import { captionsProblemCodes } from './check-captions.ts'
import { linkProblemCodes } from './check-link.ts'
import { peopleProblemCodes } from './check-people.ts'
import { occasionProblemCodes } from './check-occasion.ts'
import { pollProblemCodes } from './check-poll.ts'
import { quoteProblemCodes } from './check-quote.ts'
import { tagProblemCodes } from './check-tags.ts'
import { termsProblemCodes } from './check-terms.ts'
import { videoProblemCodes } from './check-videos.ts'
import type { Problem } from './problem.ts'

const coverProblemCodes = ['cover_none_there', 'cover_not_by_interface', 'cover_not_yet', 'cover_alone', 'cover_needed', 'cover_in_app', 'cover_moment', 'cover_ratio', 'cover_too_small'] as const

export const postProblemCodes = [
  'no_target', 'account_missing', 'account_needs_login', 'empty', 'title_missing', 'title_too_long', 'signs_refused', 'gap_left', 'text_too_long', 'mention_unresolved', 'text_too_many_bytes',
  'too_many_images', 'pictures_unsupported', 'picture_expected', 'picture_needed', 'no_pictures_in_comments', 'media_host_missing', 'image_missing', 'image_too_large', 'image_type_unsupported', 'image_converted', 'image_too_tall', 'image_too_wide', 'image_too_small', 'image_too_light', 'image_cut_by_hand', 'alt_text_missing', 'video_alt_text_missing', 'alt_text_too_long', 'alt_texts_left_out', 'thread_joined', 'comment_left_out', 'words_left_out', 'frame_differs', 'page_shape_differs',
  ...markProblemCodes,
  ...videoProblemCodes,
  ...coverProblemCodes,
  ...captionsProblemCodes,
  ...peopleProblemCodes,
  ...pollProblemCodes,
  ...quoteProblemCodes,
  ...tagProblemCodes,
  ...linkProblemCodes,
  ...occasionProblemCodes,
  ...termsProblemCodes,
  'warning_without_words',
  'place_left_out',
  ...attachedTextProblemCodes,
  // Of what its site has.
  'category_gone',
  'section_gone',
  'label_gone', 'label_missing',
  // Of what only the engine knows: where else the text goes, and who said yes.
  'repeated', 'repeated_before', 'repeats_planned', 'repeats_edited', 'repeats_edit', 'approval_missing', 'refused_by_client', 'edited_since_no',
  // Of the time it leaves (check-access.ts).
  'access_ended', 'access_ends_before',
  // Of what its month may still cost.
  'over_cap',
  // Of what is still on its way into it.
  'files_coming',
  // Of the client's voice, where it says so (shared/voice).
  'forbidden_word', 'disclosure_missing'
] as const
export type PostProblemCode = (typeof postProblemCodes)[number]

/** As it is told over the bridge. */
export const postProblemSchema = z.object({ severity: z.enum(['stop', 'warn']), code: z.enum(postProblemCodes), accountId: z.string().nullable(), details: z.record(z.string(), z.union([z.string(), z.number()])) })

export type PostProblem = Problem<PostProblemCode>
