import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { ProgressBar } from '../components/ProgressBar.tsx'
import { showToast } from '../components/toaster.ts'
import { Row, Sample } from './Sample.tsx'
import styles from './Showcase.module.css'

export function FeedbackSamples() {
  return (
    <>
      <Sample title="Banners">
        <Banner kind="info" title="The engine restarts.">
          What was saved is safe.
        </Banner>
        <Banner kind="warning" title="The keychain is locked." actions={<Button size="small">Check again</Button>}>
          What is due waits.
        </Banner>
        <Banner kind="danger" title="The disk is full." onDismiss={() => undefined}>
          Nothing was lost.
        </Banner>
        <Banner kind="offline" title="Working offline.">
          Three posts wait for the network.
        </Banner>
      </Sample>
      <Sample title="Toasts">
        <Row>
          <Button onClick={() => showToast({ title: 'Moved to Thursday 09:00', action: { label: 'Undo', onAction: () => undefined } })}>With undo</Button>
          <Button onClick={() => showToast({ kind: 'success', title: 'Published on Mastodon' })}>Success</Button>
          <Button onClick={() => showToast({ kind: 'warning', title: 'Saved, but offline', detail: 'It goes out when the network is back.' })}>Warning</Button>
          <Button onClick={() => showToast({ kind: 'danger', title: 'The network refused the post', detail: 'The image is larger than 8 MB.' })}>Danger</Button>
        </Row>
      </Sample>
      <Sample title="Progress">
        <div className={styles.columns}>
          <ProgressBar label="Importing feeds" value={42} isLabelVisible />
          <ProgressBar label="Characters" value={92} tone="warning" isLabelVisible />
          <ProgressBar label="Looking for the server" value={null} isLabelVisible />
        </div>
      </Sample>
    </>
  )
}
