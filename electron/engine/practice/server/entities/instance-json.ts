import { practiceCapabilities } from '../../../../../shared/networks/practice-capabilities.ts'
import { practiceName } from '../../../../../shared/networks/practice-address.ts'
import type { PracticeRecord } from '../../record/practice-record.ts'
import { accountJson } from './account-json.ts'

/** The version of Mastodon's API that the answers follow. */
const apiVersion = '4.5.0'

/** Name and length of a post differ from one practice server to another; a record made before there were two says neither. */
export function placeOf({ facts }: Pick<PracticeRecord, 'facts'>): { readonly domain: string; readonly maxCharacters: number } {
  return { domain: facts.read('place.name') ?? practiceName, maxCharacters: facts.readNumber('place.maxCharacters') ?? practiceCapabilities.text.max.value ?? 500 }
}

export const pollLimits = { max_options: 4, max_characters_per_option: 50, min_expiration: 300, max_expiration: 2_629_746 } as const

const configurationOf = (record: PracticeRecord) => ({
  statuses: {
    max_characters: placeOf(record).maxCharacters,
    max_media_attachments: practiceCapabilities.images.maxCount.value,
    characters_reserved_per_url: practiceCapabilities.text.charactersPerUrl.value ?? 23
  },
  media_attachments: {
    description_limit: practiceCapabilities.images.maxAltText.value ?? 1500,
    image_matrix_limit: 33_177_600,
    image_size_limit: practiceCapabilities.images.maxBytes.value,
    supported_mime_types: practiceCapabilities.images.mediaTypes.value,
    video_frame_rate_limit: 120,
    video_matrix_limit: 8_294_400,
    video_size_limit: 0
  },
  polls: pollLimits
})

const accountLimits = {
  max_featured_tags: 10, max_pinned_statuses: practiceCapabilities.pin.most?.value ?? 5, max_display_name_length: 30, max_note_length: 500, max_avatar_description_length: 150,
  max_header_description_length: 150, max_profile_fields: 4, profile_field_name_limit: 255, profile_field_value_limit: 255
}

const title = 'Vigie Practice'
const description = 'The practice network that ships with Vigie. It lives on this computer only.'
const contactEmail = 'practice@practice.localhost.invalid'

/** https://docs.joinmastodon.org/entities/Instance/ */
export function instanceJson(record: PracticeRecord, base: string) {
  const own = record.members.own()
  return {
    domain: placeOf(record).domain,
    title,
    version: apiVersion,
    source_url: 'https://docs.joinmastodon.org/',
    description,
    usage: { users: { active_month: record.members.community().length + 1 } },
    thumbnail: { url: `${base}/headers/${own.handle}.png` },
    icon: [],
    languages: [own.language],
    configuration: {
      ...configurationOf(record),
      // No streaming address: the network is asked, it does not push.
      urls: { streaming: null, status: null, about: null, privacy_policy: null, terms_of_service: null },
      accounts: accountLimits,
      translation: { enabled: false },
      limited_federation: true,
      vapid: { public_key: '' }
    },
    registrations: { enabled: false, approval_required: false, message: null, url: null },
    api_versions: { mastodon: 7 },
    contact: { email: contactEmail, account: accountJson(record, own, base) },
    rules: []
  }
}

/** https://docs.joinmastodon.org/entities/V1_Instance/ , which older clients still ask for. */
export function instanceV1Json(record: PracticeRecord, base: string) {
  const own = record.members.own()
  return {
    uri: placeOf(record).domain,
    title,
    short_description: description,
    description,
    email: contactEmail,
    version: apiVersion,
    // Required here; nothing answers there, and clients go on asking.
    urls: { streaming_api: base.replace(/^http/, 'ws') },
    stats: { user_count: record.members.community().length + 1, status_count: record.members.activity(own.id).statuses, domain_count: 1 },
    thumbnail: `${base}/headers/${own.handle}.png`,
    languages: [own.language],
    registrations: false,
    approval_required: false,
    invites_enabled: false,
    configuration: { ...configurationOf(record), accounts: accountLimits },
    contact_account: accountJson(record, own, base),
    rules: []
  }
}
