import { CheckCheck, Rss } from 'lucide-react'
import { studioError } from '../../shared/errors/studio-error.ts'
import { jobStates } from '../../shared/outbox/job.ts'
import { postStatuses } from '../../shared/posts/post.ts'
import { Avatar } from '../components/Avatar.tsx'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { CountBadge } from '../components/CountBadge.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorState } from '../components/ErrorState.tsx'
import { LoadingState } from '../components/LoadingState.tsx'
import { NetworkIcon } from '../components/NetworkIcon.tsx'
import { StatusPill } from '../components/StatusPill.tsx'
import { Row, Sample } from './Sample.tsx'
import styles from './Showcase.module.css'

const statuses = [...new Set([...postStatuses, ...jobStates])]

export function StateSamples() {
  return (
    <>
      <Sample title="States of posts and jobs">
        <Row>
          {statuses.map((status) => (
            <StatusPill key={status} status={status} />
          ))}
        </Row>
        <Row>
          {statuses.map((status) => (
            <StatusPill key={status} status={status} form="icon" />
          ))}
        </Row>
      </Sample>
      <Sample title="Marks">
        <Row>
          <Badge>Draft</Badge>
          <Badge tone="accent">New</Badge>
          <Badge tone="success">Answered</Badge>
          <Badge tone="warning">Late</Badge>
          <Badge tone="danger">Complaint</Badge>
          <Badge tone="client">Client</Badge>
          <CountBadge count={7} />
          <CountBadge count={12} tone="strong" />
          <CountBadge count={3} tone="danger" />
          <CountBadge count={4200} tone="strong" />
        </Row>
        <Row>
          {['bluesky', 'mastodon', 'wordpress', 'practice', 'discourse', 'telegram', 'discord'].map((network) => (
            <NetworkIcon key={network} networkId={network} label={network} size={32} />
          ))}
          {['bluesky', 'mastodon', 'wordpress', 'practice', 'discourse', 'telegram', 'discord'].map((network) => (
            <NetworkIcon key={network} networkId={network} label={network} />
          ))}
        </Row>
        <Row>
          {['Inès Caradec', 'Théo Lambert', '@quai.example', 'Åse Nygård', 'Zoé', '山田 太郎', 'Ali Ben'].map((name) => (
            <Avatar key={name} name={name} size={36} />
          ))}
          <Avatar name="Maison Lumen" shape="client" size={36} />
          <Avatar name="Maison Lumen" shape="client" size={20} />
        </Row>
      </Sample>
      <Sample title="Nothing, waiting, failing">
        <div className={styles.columns}>
          <div className={styles.framed}>
            <EmptyState icon={CheckCheck} size="small" title="All answered" text="Nobody waits for a word from you." />
          </div>
          <div className={styles.framed}>
            <ErrorState size="small" error={studioError('unreachable', 'connect ECONNREFUSED', { details: { host: 'social.example' } })} onRetry={() => undefined} />
          </div>
          <div className={styles.framed}>
            <LoadingState rows={3} />
          </div>
        </div>
        <ErrorState size="inline" error={studioError('disk_full', 'ENOSPC')} />
        <div className={styles.framed}>
          <EmptyState icon={Rss} title="No feeds yet" text="Add the blogs, forums and newspapers where the brand and its field are spoken of." action={<Button variant="primary">Add a feed</Button>} />
        </div>
      </Sample>
    </>
  )
}
