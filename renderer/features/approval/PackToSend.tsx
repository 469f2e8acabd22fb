import { FileText, Mail } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { maxPackPosts } from '../../../shared/approval/approval-answer.ts'
import type { PostSummary } from '../../../shared/posts/post.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import type { Language } from '../../language/languages.ts'
import { useFormats } from '../../language/use-formats.ts'
import { savePack, type PackForm } from './make-pack.ts'
import styles from './ApprovalPack.module.css'

export interface PackToSendProps {
  readonly workspace: Workspace
  readonly posts: readonly PostSummary[]
  readonly accounts: readonly Account[]
}

/** Which posts the client is asked about, and in which language. */
export function PackToSend({ workspace, posts, accounts }: PackToSendProps): React.JSX.Element {
  const { t, i18n } = useTranslation('approval')
  const open = posts.filter(({ status }) => status === 'draft' || status === 'scheduled').slice(0, maxPackPosts)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(open.filter(isToBeAsked).map(({ id }) => id)))
  const [language, setLanguage] = useState<Language>(i18n.resolvedLanguage === 'fr' ? 'fr' : 'en')
  const [saving, setSaving] = useState<PackForm | null>(null)
  const postIds = open.map(({ id }) => id).filter((id) => chosen.has(id))

  function toggle(id: string, isChosen: boolean): void {
    setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((other) => other !== id)))
  }

  async function save(form: PackForm): Promise<void> {
    setSaving(form)
    await savePack({ workspace, language, form, postIds, accounts })
    setSaving(null)
  }

  return (
    <div className={styles.part}>
      <p>{t('text')}</p>
      {open.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <div className={styles.list}>
          <div className={styles.all}>
            <Checkbox label={t('all', { count: open.length })} checked={postIds.length === open.length} indeterminate={postIds.length > 0 && postIds.length < open.length} onChange={(isChosen) => setChosen(new Set(isChosen ? open.map(({ id }) => id) : []))} />
          </div>
          <div className={styles.posts} role="group" aria-label={t('posts')}>
            {open.map((post) => (
              <Choice key={post.id} post={post} timeZone={workspace.timeZone} isChosen={chosen.has(post.id)} onChange={(isChosen) => toggle(post.id, isChosen)} />
            ))}
          </div>
        </div>
      )}
      <div className={styles.language}>
        <span aria-hidden="true">{t('language')}</span>
        <SegmentedControl label={t('language')} value={language} onChange={setLanguage} segments={[{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }]} />
      </div>
      <div className={styles.buttons}>
        <Button icon={FileText} busy={saving === 'pdf'} disabled={postIds.length === 0 || saving !== null} onClick={() => void save('pdf')}>
          {t('savePdf')}
        </Button>
        <Button variant="primary" icon={Mail} busy={saving === 'page'} disabled={postIds.length === 0 || saving !== null} onClick={() => void save('page')}>
          {t('save', { count: postIds.length })}
        </Button>
      </div>
    </div>
  )
}

/** What has a day and no answer yet. The rest is for the person to add. */
function isToBeAsked({ approval, schedule, plan }: PostSummary): boolean {
  return (approval === 'none' || approval === 'taken_back') && (schedule !== null || plan !== null)
}

interface ChoiceProps {
  readonly post: PostSummary
  readonly timeZone: string
  readonly isChosen: boolean
  readonly onChange: (isChosen: boolean) => void
}

function Choice({ post: { excerpt, schedule, plan, approval }, timeZone, isChosen, onChange }: ChoiceProps): React.JSX.Element {
  const { t } = useTranslation(['approval', 'calendar'])
  const formats = useFormats()
  const at = schedule?.dueAt ?? plan?.at ?? null
  const day = at === null ? t('noDay') : formats.dayAndTime(at, timeZone)
  return <Checkbox label={excerpt === '' ? t('untitled') : excerpt} hint={approval === 'none' ? day : `${day} · ${t(`calendar:approval.${approval}`)}`} checked={isChosen} onChange={onChange} />
}
