import { Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { Mention } from '../../../shared/people/name-people.ts'
import { canMentionOn, handleSchema, plainHandle, type Handles, type Person } from '../../../shared/people/person.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { TextField } from '../../components/TextField.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { lookUp, onePerNetwork } from './use-people.ts'
import styles from './People.module.css'

export interface PersonDialogProps {
  readonly workspaceId: string
  readonly accounts: readonly Account[]
  readonly mention: Mention
  /** The name in the texts can be changed too, where no text is open. */
  readonly isRenamed?: boolean
  /** In the post that is open. */
  readonly onSave: (person: Person) => void
  readonly onClose: () => void
}

type Written = Readonly<Partial<Record<NetworkId, string>>>

/** What somebody is called on each network of the post, kept for the client and put into this post. */
export function PersonDialog({ workspaceId, accounts, mention: { personId, name: before, handles }, isRenamed = false, onSave, onClose }: PersonDialogProps): React.JSX.Element {
  const { t } = useTranslation('people')
  const [name, setName] = useState(before)
  const [written, setWritten] = useState<Written>(handles)
  const asked = onePerNetwork(accounts).filter(({ networkId }) => canMentionOn(networkId))
  const isWrong = name.trim() === '' || asked.some(({ networkId }) => !isGood(written[networkId] ?? ''))

  async function save(): Promise<void> {
    const person = { id: personId, name: name.trim(), handles: { ...handles, ...tidy(written) } }
    const kept: Person = { ...person, handles: withoutEmpty(person.handles, written) }
    const answer = await studio.request('people.save', { workspaceId, person: kept })
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    onSave(kept)
    onClose()
  }

  return (
    <Dialog open onOpenChange={onClose} title={before === '' ? t('kept.add') : t('title', { name: before })} description={t('text')} footer={<Button variant="primary" disabled={isWrong} onClick={() => void save()}>{t('save')}</Button>}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) void save()
        }}
      >
        {isRenamed && <TextField label={t('kept.name')} value={name} maxLength={120} autoComplete="off" onChange={setName} />}
        {asked.length === 0 && <p>{t('noNetworks')}</p>}
        {asked.map((account) => (
          <HandleField key={account.id} workspaceId={workspaceId} account={account} name={name} value={written[account.networkId] ?? ''} onChange={(handle) => setWritten({ ...written, [account.networkId]: handle })} />
        ))}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

interface HandleFieldProps {
  readonly workspaceId: string
  readonly account: Account
  readonly name: string
  readonly value: string
  readonly onChange: (handle: string) => void
}

/** The name there, and the way to look for it where the network has a directory. */
function HandleField({ workspaceId, account, name, value, onChange }: HandleFieldProps): React.JSX.Element {
  const { t } = useTranslation('people')
  const formats = useFormats()
  const networks = useNetworkNames()
  const [found, setFound] = useState<readonly string[] | null>(null)
  const [isAsking, setAsking] = useState(false)
  const rule = capabilitiesOf(account.networkId).people
  const price = rule?.price?.value ?? 0
  const query = plainHandle(value) === '' ? name : plainHandle(value)

  async function ask(): Promise<void> {
    setAsking(true)
    const answer = await lookUp(workspaceId, account, query)
    setAsking(false)
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    const handles = answer.value.flatMap((candidate) => (candidate.kind === 'found' ? candidate.handle : []))
    setFound(handles)
    const [only] = handles
    if (handles.length === 1 && only !== undefined) onChange(only)
  }

  return (
    <div className={styles.field}>
      <div className={styles.row}>
        <TextField label={t('handle', { network: networks.name(account.networkId), handle: account.handle })} placeholder={t('placeholder')} value={value} onChange={onChange} maxLength={320} autoComplete="off" spellCheck={false} {...(isGood(value) ? {} : { error: t('bad') })} />
        {rule !== undefined && (
          <Button icon={Search} busy={isAsking} onClick={() => void ask()}>
            {price === 0 ? t('lookUp') : t('lookUpFor', { amount: formats.dollars(price) })}
          </Button>
        )}
      </div>
      <div role="status" className={styles.found}>
        {found?.length === 0 && t('nobody')}
        {found !== null && found.length > 1 && found.map((handle) => (
          <Button key={handle} size="small" variant="quiet" onClick={() => onChange(handle)}>
            {`@${handle}`}
          </Button>
        ))}
      </div>
    </div>
  )
}

function isGood(written: string): boolean {
  const handle = plainHandle(written)
  return handle === '' || handleSchema.safeParse(handle).success
}

function tidy(written: Written): Handles {
  return Object.fromEntries(Object.entries(written).map(([networkId, handle]) => [networkId, plainHandle(handle)]).filter(([, handle]) => handle !== ''))
}

/** What was emptied by hand is no longer known. */
function withoutEmpty(handles: Handles, written: Written): Handles {
  return Object.fromEntries(Object.entries(handles).filter(([networkId]) => !Object.entries(written).some(([network, handle]) => network === networkId && plainHandle(handle) === '')))
}
