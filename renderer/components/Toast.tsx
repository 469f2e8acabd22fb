import { Toast as BaseToast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { iconProps, type Icon } from './icon.ts'
import { IconButton } from './IconButton.tsx'
import { toastManager, type ToastData, type ToastKind } from './toaster.ts'
import styles from './Toast.module.css'

const icons: Readonly<Record<ToastKind, Icon>> = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert }

/** Shows what `showToast` queues for the client on screen; mounted once, by the frame. F6 brings the keyboard here. */
export function Toaster({ workspaceId }: { readonly workspaceId: string | null }) {
  const { t } = useTranslation('components')
  return (
    <BaseToast.Provider toastManager={toastManager} limit={4}>
      <BaseToast.Portal>
        <BaseToast.Viewport className={styles.viewport} aria-label={t('messages')}>
          <ToastList workspaceId={workspaceId} />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  )
}

function ToastList({ workspaceId }: { readonly workspaceId: string | null }) {
  const { t } = useTranslation('components')
  const { toasts } = BaseToast.useToastManager<ToastData>()
  const ours = toasts.filter(({ data }) => data === undefined || data.workspaceId === null || data.workspaceId === workspaceId)
  return ours.map((toast) => {
    const kind = toast.data?.kind ?? 'info'
    const Drawing = icons[kind]
    return (
      <BaseToast.Root key={toast.id} toast={toast} className={styles.toast} data-kind={kind} swipeDirection={['right', 'down']}>
        <BaseToast.Content className={styles.content}>
          <Drawing {...iconProps} className={styles.icon} />
          <div className={styles.texts}>
            <BaseToast.Title className={styles.title} />
            <BaseToast.Description className={styles.detail} />
          </div>
          {toast.actionProps === undefined ? null : (
            <BaseToast.Action
              render={
                <Button size="small" variant="secondary">
                  {toast.actionProps.children}
                </Button>
              }
            />
          )}
          <BaseToast.Close render={<IconButton icon={X} label={t('close')} size="small" tooltipSide="top" />} />
        </BaseToast.Content>
      </BaseToast.Root>
    )
  })
}
