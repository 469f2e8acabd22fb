import { LayoutTemplate, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { searchTextOf } from '../../../shared/posts/search-text.ts'
import type { BegunOf } from '../../../shared/begun/begun-words.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { Template } from '../../../shared/templates/template.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useBegunWords } from '../../bridge/use-begun-words.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { newId } from '../../bridge/system-random.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { NotStored } from '../../components/NotStored.tsx'
import { PickRow } from '../../components/PickRow.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import { SpelledTextField } from '../spelling/Spelled.tsx'
import { removeTemplate } from './remove-template.ts'
import styles from './Templates.module.css'

export interface TemplatesPanelProps {
  readonly workspaceId: string
  readonly postId: string
  readonly content: PostContent
  readonly onUse: (templateId: string) => void
}

/** What is being named: the post in hand as a new template, or one that has a name already. */
type Naming = { readonly kind: 'new' } | { readonly kind: 'rename'; readonly template: Template }

/** The client's templates by name, and the way to make one of the post in hand. */
export function TemplatesPanel({ workspaceId, postId, content, onUse }: TemplatesPanelProps): React.JSX.Element | null {
  const { t } = useTranslation('templates')
  const [chosen, setNaming] = useState<Naming | null>(null)
  const begun = useBegunWords({ workspaceId, kind: 'template', id: postId })
  const [loaded, retry] = useRequest('templates.list', { workspaceId }, ['templates.changed'])
  const templates = loaded.kind === 'ready' ? loaded.value.templates : []
  // Whether a name is taken has to be known first.
  const naming = chosen ?? (loaded.kind === 'ready' ? namingOf(begun?.words ?? null, templates) : null)
  const isEmpty = searchTextOf(content) === '' && content.media.length === 0

  async function handleName(name: string): Promise<void> {
    const same = templates.find((template) => foldText(template.name) === foldText(name.trim()))
    const answer =
      naming?.kind === 'rename'
        ? await studio.request('templates.rename', { workspaceId, templateId: naming.template.id, name })
        : // The name of one that is there means that one, with another content.
          await studio.request('templates.save', { workspaceId, template: { id: same?.id ?? newId(), name, content } })
    if (answer.ok) end()
    else showFailure(answer.error, workspaceId)
  }

  function end(): void {
    begun?.write(null)
    setNaming(null)
  }

  if (begun === null) return null
  if (naming !== null) {
    const templateId = naming.kind === 'rename' ? naming.template.id : null
    const written = begun.words?.templateId === templateId ? begun.words.name : null
    return (
      <NameForm
        workspaceId={workspaceId}
        naming={naming}
        written={written}
        isUnstored={begun.failure !== null}
        taken={naming.kind === 'new' ? templates.map(({ name }) => name) : []}
        onChange={(name) => begun.write(templateId === null && name === '' ? null : { kind: 'template', templateId, name })}
        onName={(name) => void handleName(name)}
        onCancel={end}
      />
    )
  }
  return (
    <div className={styles.body}>
      {loaded.kind === 'loading' && <LoadingState rows={3} />}
      {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={retry} />}
      {loaded.kind === 'ready' && templates.length === 0 && <EmptyState size="small" icon={LayoutTemplate} title={t('emptyTitle')} text={t('emptyText')} />}
      {templates.length > 0 && (
        <>
          <h2 className={styles.caption}>{t('use')}</h2>
          <ul className={styles.lines} aria-label={t('list')}>
            {templates.map((template) => (
              <Line key={template.id} workspaceId={workspaceId} template={template} onUse={onUse} onRename={() => setNaming({ kind: 'rename', template })} />
            ))}
          </ul>
        </>
      )}
      <Button size="small" icon={LayoutTemplate} className={styles.add} disabled={isEmpty || loaded.kind !== 'ready'} onClick={() => setNaming({ kind: 'new' })}>
        {t('saveAs')}
      </Button>
      {isEmpty && <p className={styles.note}>{t('nothingYet')}</p>}
    </div>
  )
}

/** A name that was begun before the panel was closed, or Vigie ended; of a template that is gone it names nothing. */
function namingOf(begun: BegunOf<'template'> | null, templates: readonly Template[]): Naming | null {
  if (begun === null) return null
  if (begun.templateId === null) return { kind: 'new' }
  const template = templates.find(({ id }) => id === begun.templateId)
  return template === undefined ? null : { kind: 'rename', template }
}

function Line({ workspaceId, template, onUse, onRename }: { readonly workspaceId: string; readonly template: Template; readonly onUse: (templateId: string) => void; readonly onRename: () => void }): React.JSX.Element {
  const { t } = useTranslation('templates')
  const { id, name, excerpt, partCount, imageCount } = template
  const facts = [partCount > 1 ? t('parts', { count: partCount }) : '', imageCount > 0 ? t('images', { count: imageCount }) : ''].filter((fact) => fact !== '')
  return (
    <PickRow
      name={name}
      text={excerpt}
      facts={facts.join(' · ')}
      onPick={() => onUse(id)}
      menuLabel={t('more', { name })}
      menu={[
        { kind: 'action', id: 'rename', label: t('rename'), icon: Pencil, onSelect: onRename },
        { kind: 'action', id: 'remove', label: t('remove'), icon: Trash2, tone: 'danger', onSelect: () => void removeTemplate(workspaceId, id) }
      ]}
    />
  )
}

interface NameFormProps {
  readonly workspaceId: string
  readonly naming: Naming
  /** What was written in it so far; null: nothing. */
  readonly written: string | null
  /** That could not be kept so far. */
  readonly isUnstored: boolean
  /** Names that would replace what they stand for. */
  readonly taken: readonly string[]
  readonly onChange: (name: string) => void
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}

function NameForm({ workspaceId, naming, written, isUnstored, taken, onChange, onName, onCancel }: NameFormProps): React.JSX.Element {
  const { t } = useTranslation('templates')
  const { t: ofComponents } = useTranslation('components')
  const name = written ?? (naming.kind === 'rename' ? naming.template.name : '')
  const field = useRef<HTMLInputElement | null>(null)
  useEffect(() => field.current?.select(), [])
  const isTaken = taken.some((other) => foldText(other) === foldText(name.trim()))

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() !== '') onName(name)
  }

  return (
    <form className={styles.body} onSubmit={handleSubmit}>
      <SpelledTextField ref={field} workspaceId={workspaceId} scope={naming.kind === 'rename' ? naming.template.id : 'template'} label={t(naming.kind === 'rename' ? 'newName' : 'nameOfTemplate')} placeholder={t('namePlaceholder')} value={name} maxLength={80} onChange={onChange} hint={isTaken ? t('replaces') : t('copies')} />
      {isUnstored && <NotStored />}
      <div className={styles.foot}>
        <Button size="small" onClick={onCancel}>{ofComponents('cancel')}</Button>
        <Button size="small" type="submit" variant="primary" disabled={name.trim() === ''}>
          {t(naming.kind === 'rename' ? 'renameConfirm' : isTaken ? 'replace' : 'save')}
        </Button>
      </div>
    </form>
  )
}
