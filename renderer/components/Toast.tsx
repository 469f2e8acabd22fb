import { Toast as BaseToast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { memo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { iconProps, type Icon } from './icon.ts'
import { IconButton } from './IconButton.tsx'
import { toastManager, type ToastData, type ToastKind } from './toaster.ts'
import { useFootTaken } from './use-foot-taken.ts'
import styles from './Toast.module.css'

const icons: Readonly<Record<ToastKind, Icon>> = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert }

export interface ToasterProps {
  readonly workspaceId: string | null
  /** The button (`ToastAction.keyId`) that Ctrl/⌘ Z would press now: it alone shows the key. */
  readonly keyedAction?: string | null
}

/** Shows what `showToast` queues for the client on screen; mounted once, by the frame. F6 brings the keyboard here. */
export const Toaster = memo(function Toaster({ workspaceId, keyedAction = null }: ToasterProps) {
  const { t } = useTranslation('components')
  return (
    <BaseToast.Provider toastManager={toastManager} limit={4}>
      <BaseToast.Portal>
        <ToastPlace label={t('messages')}>
          <ToastList workspaceId={workspaceId} keyedAction={keyedAction} />
        </ToastPlace>
      </BaseToast.Portal>
    </BaseToast.Provider>
  )
})

/** The corner at the foot of the window, above what must stay in sight and within reach there. */
function ToastPlace({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { toasts } = BaseToast.useToastManager<ToastData>()
  const [place, setPlace] = useState<HTMLDivElement | null>(null)
  const taken = useFootTaken(toasts.length === 0 ? null : place)
  return (
    <BaseToast.Viewport ref={setPlace} className={styles.viewport} aria-label={label} style={{ '--foot-taken': `${String(taken.foot)}px`, '--side-taken': `${String(taken.side)}px` }}>
      {children}
    </BaseToast.Viewport>
  )
}

function ToastList({ workspaceId, keyedAction }: { readonly workspaceId: string | null; readonly keyedAction: string | null }) {
  const { t } = useTranslation('components')
  const { toasts } = BaseToast.useToastManager<ToastData>()
  const ours = toasts.filter(({ data }) => data === undefined || data.workspaceId === null || data.workspaceId === workspaceId)
  return ours.map((toast) => {
    const kind = toast.data?.kind ?? 'info'
    const Drawing = icons[kind]
    return (
      <BaseToast.Root key={toast.id} toast={toast} className={styles.toast} data-kind={kind} swipeDirection={['right', 'down']} onKeyDown={leaveEscape}>
        <BaseToast.Content className={styles.content}>
          <Drawing {...iconProps} className={styles.icon} />
          <div className={styles.body}>
            <div className={styles.texts}>
              <BaseToast.Title className={styles.title} />
              <BaseToast.Description className={styles.detail} />
            </div>
            {toast.actionProps === undefined ? null : (
              <BaseToast.Action
                render={
                  <Button size="small" variant="secondary" {...(keyedAction !== null && toast.data?.keyId === keyedAction ? { shortcut: 'mod+z' } : {})}>
                    {toast.actionProps.children}
                  </Button>
                }
              />
            )}
          </div>
          <BaseToast.Close render={<IconButton icon={X} label={t('close')} size="small" tooltipSide="top" />} />
        </BaseToast.Content>
      </BaseToast.Root>
    )
  })
}

/** Escape is for the dialog or panel that the message lies over; a message leaves by itself or by its own button. */
function leaveEscape(event: React.KeyboardEvent & { preventBaseUIHandler: () => void }): void {
  if (event.key === 'Escape') event.preventBaseUIHandler()
}
