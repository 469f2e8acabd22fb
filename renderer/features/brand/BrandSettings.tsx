import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxBrandColours, studioFont, type Brand } from '../../../shared/brand/brand.ts'
import { mediaAddress, type MediaItem } from '../../../shared/media/media-item.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { SectionHeader } from '../../components/SectionHeader.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { TextField } from '../../components/TextField.tsx'
import { showToast } from '../../components/toaster.ts'
import { useWorkspace } from '../../shell/studio-store.ts'
import { LibraryDialog } from '../composer/library/LibraryDialog.tsx'
import settingsStyles from '../settings/Screen.module.css'
import { isFontThere, knownFonts } from './known-fonts.ts'
import { readColours } from './read-colours.ts'
import styles from './BrandSettings.module.css'

/** How this client looks. */
export function BrandSettings({ workspaceId }: { readonly workspaceId: string }): React.JSX.Element | null {
  const { t } = useTranslation('brand')
  const workspace = useWorkspace(workspaceId)
  const [look, reload] = useRequest('brand.read', { workspaceId }, ['brand.changed'])
  if (workspace === undefined) return null
  return (
    <section className={settingsStyles.section}>
      <SectionHeader title={t('title')} text={t('text', { client: workspace.name })} />
      <div className={settingsStyles.card}>
        {look.kind === 'loading' ? <LoadingState shape="table" rows={3} /> : look.kind === 'failed' ? <ErrorState size="small" error={look.error} onRetry={reload} /> : <BrandForm workspaceId={workspaceId} client={workspace.name} {...look.value} />}
      </div>
    </section>
  )
}

interface BrandFormProps {
  readonly workspaceId: string
  readonly client: string
  readonly brand: Brand
  readonly logo: MediaItem | null
}

function BrandForm({ workspaceId, client, brand, logo: before }: BrandFormProps): React.JSX.Element {
  const { t } = useTranslation('brand')
  const [codes, setCodes] = useState(brand.colours.join(', '))
  const [font, setFont] = useState(brand.font === studioFont ? '' : brand.font)
  const [logo, setLogo] = useState(before)
  const [isSaving, setSaving] = useState(false)
  const { colours, wrong } = readColours(codes)
  const next: Brand = { colours: [...colours], font: font.trim() === '' ? studioFont : font.trim(), logoId: logo?.id ?? null }
  const problem = wrong !== null ? t('wrongColour', { code: wrong }) : colours.length > maxBrandColours ? t('tooMany') : null

  async function handleSave(): Promise<void> {
    setSaving(true)
    const answer = await studio.request('brand.save', { workspaceId, brand: next })
    setSaving(false)
    if (!answer.ok) return showFailure(answer.error)
    showToast({ kind: 'success', title: t('saved', { client }) })
  }

  return (
    <>
      <TextField label={t('colours')} hint={t('coloursHint')} value={codes} maxLength={400} onChange={setCodes} {...(problem === null ? {} : { error: problem })} />
      {colours.length > 0 && (
        <div className={styles.swatches} aria-hidden="true">
          {colours.map((colour) => (
            <span key={colour} style={{ '--swatch': colour }} />
          ))}
        </div>
      )}
      <FontField font={font} onFont={setFont} />
      <LogoField workspaceId={workspaceId} client={client} logo={logo} onLogo={setLogo} />
      <div>
        <Button busy={isSaving} disabled={problem !== null || JSON.stringify(next) === JSON.stringify({ ...brand, logoId: before?.id ?? null })} onClick={() => void handleSave()}>
          {t('save')}
        </Button>
      </div>
    </>
  )
}

function FontField({ font, onFont }: { readonly font: string; readonly onFont: (font: string) => void }): React.JSX.Element {
  const { t } = useTranslation('brand')
  const listId = useId()
  const name = font.trim().replaceAll(/["'\\;{}<>]/gu, '')
  return (
    <div className={styles.font}>
      <TextField label={t('font')} placeholder="Figtree" list={listId} value={font} maxLength={80} onChange={(typed) => onFont(typed.replaceAll(/["'\\;{}<>]/gu, ''))} />
      <datalist id={listId}>
        {knownFonts.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <p>{name === '' || isFontThere(name) ? t('fontHere') : t('fontMissing')}</p>
      <p className={styles.sample} style={{ fontFamily: name === '' ? undefined : `"${name}", "${studioFont}"` }}>
        {t('fontSample')}
      </p>
    </div>
  )
}

function LogoField({ workspaceId, client, logo, onLogo }: Pick<BrandFormProps, 'workspaceId' | 'client' | 'logo'> & { readonly onLogo: (logo: MediaItem | null) => void }): React.JSX.Element {
  const { t } = useTranslation('brand')
  const [isChoosing, setChoosing] = useState(false)
  return (
    <div className={styles.font} role="group" aria-label={t('logo')}>
      <strong>{t('logo')}</strong>
      <p>{t('logoHint')}</p>
      {logo === null ? <p>{t('noLogo')}</p> : <img className={styles.logo} src={mediaAddress(workspaceId, logo.id, 'small')} alt={t('logoOf', { client })} />}
      <div className={settingsStyles.buttons}>
        <Button size="small" onClick={() => setChoosing(true)}>
          {t('choose')}
        </Button>
        {logo !== null && (
          <Button size="small" variant="quiet" onClick={() => onLogo(null)}>
            {t('forget')}
          </Button>
        )}
      </div>
      {isChoosing && <LibraryDialog workspaceId={workspaceId} attached={[]} pickLabel={t('take')} onPick={(item) => onLogo(item)} onClose={() => setChoosing(false)} />}
    </div>
  )
}
