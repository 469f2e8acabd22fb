import { Ban, DoorClosed, DoorOpen, Ellipsis, Eye, EyeOff, Flag, Link, Lock, LockOpen, Quote, Repeat2, ShieldCheck, Trash2, Unlink, Volume2, VolumeX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationKind, InboxItem } from '../../../../shared/inbox/inbox-item.ts'
import type { Report } from '../../../../shared/inbox/report.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { lengthsOf } from '../../../../shared/networks/lengths-of.ts'
import type { NetworkCapabilities } from '../../../../shared/networks/network-capabilities.ts'
import type { NetworkId } from '../../../../shared/networks/network-id.ts'
import { actWord } from '../../../../shared/outbox/job-word.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import type { Icon } from '../../../components/icon.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { Menu } from '../../../components/Menu.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import { plainReport, ReportFields } from './ReportFields.tsx'
import { SilenceFields } from './SilenceFields.tsx'
import { actsFor, asksFirst, isBanEndedThere, type AskedAct } from '../acts-for-item.ts'

export interface ItemMenuProps {
  readonly workspaceId: string
  readonly item: InboxItem
  readonly kind: ConversationKind
  readonly networkId: NetworkId
  /** Left out where it cannot be quoted. */
  readonly onQuote?: (() => void) | undefined
}

const icons: Partial<Readonly<Record<Act, Icon>>> = { repost: Repeat2, unrepost: Repeat2, hide: EyeOff, unhide: Eye, detach: Unlink, undetach: Link, lock: Lock, unlock: LockOpen, mute: VolumeX, unmute: Volume2, block: Ban, unblock: ShieldCheck, ban: DoorClosed, unban: DoorOpen, report: Flag, delete: Trash2 }

/** What the network offers about this message beside answering and liking. What is chosen waits a moment in the outbox and can be taken back from there. */
export function ItemMenu({ workspaceId, item, kind, networkId, onQuote }: ItemMenuProps): React.JSX.Element | null {
  const { t } = useTranslation('acts')
  const { t: ofQuotes } = useTranslation('quotes')
  const [asking, setAsking] = useState<AskedAct | null>(null)
  const [report, setReport] = useState<Report>(plainReport)
  const formats = useFormats()
  const network = useNetworkNames().inSentence(networkId)
  const capabilities = capabilitiesOf(networkId)
  const lengths = asking === null ? null : lengthsOf(asking, capabilities)
  const [chosen, setMinutes] = useState<number | null | undefined>()
  const minutes = chosen === undefined ? (lengths?.[0] ?? null) : chosen
  const offered = actsFor(item, kind, capabilities)
  const word = actWord(asking ?? 'delete', networkId)
  const asked = questionOf(word, item)
  const values = { author: item.authorName, network, place: placeOf(item, capabilities), price: formats.dollars(capabilities.blocksMessages?.price.value ?? 0) }

  const takesReason = asking === 'report' && capabilities.reportTakesReason === true
  const takesLength = lengths !== null

  async function handleAct(act: Act): Promise<void> {
    setAsking(null)
    setReport(plainReport)
    setMinutes(undefined)
    const answer = await studio.request('inbox.act', { workspaceId, itemId: item.id, act, ...(takesReason ? { report } : {}), ...(takesLength ? { minutes } : {}) })
    if (!answer.ok) showFailure(answer.error, workspaceId)
  }

  function handleClose(): void {
    setAsking(null)
    setMinutes(undefined)
  }

  if (offered.length === 0 && onQuote === undefined) return null
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="small" icon={Ellipsis} label={t('menu')} />}
        entries={[...(onQuote === undefined ? [] : [{ id: 'quote', label: ofQuotes('act'), icon: Quote, onSelect: onQuote }]), ...offered.map((act) => {
          const icon = icons[act]
          return { id: act, label: t(actWord(act, networkId), values), ...(icon === undefined ? {} : { icon }), tone: asksFirst(act, capabilities) ? 'danger' : 'plain', onSelect: () => (asksFirst(act, capabilities) ? setAsking(act) : void handleAct(act)) } as const
        })]}
      />
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={handleClose}
        tone="danger"
        title={t(`ask.${asked}.title`, values)}
        text={t(asked === 'ban' && isBanEndedThere(capabilities) ? 'ask.ban.endedThere' : `ask.${asked}.text`, values)}
        confirmLabel={t(`ask.${asked}.confirm`)}
        onConfirm={() => asking !== null && void handleAct(asking)}
      >
        {takesReason ? <ReportFields report={report} onChange={setReport} /> : lengths !== null ? <SilenceFields choices={lengths} minutes={minutes} onChange={setMinutes} /> : undefined}
      </ConfirmDialog>
    </>
  )
}

type AskedWord = ReturnType<typeof actWord<AskedAct>>

/** Only where it keeps somebody from writing does a mute ask; whoever moderates several places reads out of which of them. */
function questionOf(word: AskedWord, { keepOutOf }: Pick<InboxItem, 'keepOutOf'>): Exclude<AskedWord, 'mute'> | 'silence' | 'ban_from' {
  if (word === 'mute') return 'silence'
  return word === 'ban' && keepOutOf !== undefined ? 'ban_from' : word
}

function placeOf({ keepOutOf = '' }: Pick<InboxItem, 'keepOutOf'>, { moderatedAuthors }: Pick<NetworkCapabilities, 'moderatedAuthors'>): string {
  return `${moderatedAuthors?.placeSign ?? ''}${keepOutOf}`
}
