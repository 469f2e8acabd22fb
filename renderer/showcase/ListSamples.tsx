import { Star } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../components/Avatar.tsx'
import { Badge } from '../components/Badge.tsx'
import { smallIconProps } from '../components/icon.ts'
import { ListRow } from '../components/ListRow.tsx'
import { NetworkIcon } from '../components/NetworkIcon.tsx'
import { SectionHeader } from '../components/SectionHeader.tsx'
import { SplitPane } from '../components/SplitPane.tsx'
import { StatusPill } from '../components/StatusPill.tsx'
import { Table, type TableColumn } from '../components/Table.tsx'
import { Sample } from './Sample.tsx'
import styles from './Showcase.module.css'

const people = [
  { name: 'Inès Caradec', text: 'Is the workshop on Saturday still open? I would bring my mother.', time: '09:41', network: 'mastodon', isUnread: true },
  { name: 'Théo Lambert', text: 'Merci pour la réponse rapide, c’est exactement ce que je cherchais !', time: '09:12', network: 'bluesky', isUnread: true },
  { name: 'quai-des-brumes', text: 'Three weeks and no parcel. This is not serious.', time: 'yesterday', network: 'wordpress', isUnread: false },
  { name: 'Åse Nygård', text: 'Lovely light in these pictures.', time: 'Tuesday', network: 'practice', isUnread: false }
]

const posts = [
  { id: '1', excerpt: 'Doors open at nine', network: 'mastodon', status: 'scheduled', likes: 0 },
  { id: '2', excerpt: 'How we blow glass, in four pictures', network: 'bluesky', status: 'published', likes: 1204 },
  { id: '3', excerpt: 'Atelier portes ouvertes', network: 'wordpress', status: 'unknown_outcome', likes: 87 }
] as const

type Post = (typeof posts)[number]

function showNetwork({ network }: Post) {
  return (
    <span className={styles.row}>
      <NetworkIcon networkId={network} />
      {network}
    </span>
  )
}

function showStatus({ status }: Post) {
  return <StatusPill status={status} />
}

const columns: readonly TableColumn<Post>[] = [
  { id: 'network', header: 'Network', width: '9rem', cell: showNetwork },
  { id: 'text', header: 'Text', cell: ({ excerpt }) => excerpt },
  { id: 'status', header: 'State', width: '11rem', cell: showStatus },
  { id: 'likes', header: 'Likes', width: '6rem', align: 'end', cell: ({ likes }) => likes.toLocaleString() }
]

export function ListSamples() {
  const [width, setWidth] = useState(380)
  return (
    <>
      <Sample title="Lists and panes" note="Drag the line, or move it with the arrow keys.">
        <div className={`${styles.framed ?? ''} ${styles.tall ?? ''}`}>
          <SplitPane
            label="Width of the list"
            value={width}
            onChange={setWidth}
            first={
              <div role="list">
                {people.map(({ name, text, time, network, isUnread }, place) => (
                  <ListRow
                    key={name}
                    role="listitem"
                    leading={<Avatar name={name} />}
                    title={name}
                    detail={text}
                    meta={time}
                    aside={<NetworkIcon networkId={network} label={network} size={14} />}
                    isUnread={isUnread}
                    isSelected={place === 1}
                  />
                ))}
              </div>
            }
            second={
              <div className={styles.pane}>
                <SectionHeader title="Théo Lambert" text="Follows since March, 14 messages" actions={<Badge icon={Star}>Ambassador</Badge>} />
              </div>
            }
          />
        </div>
      </Sample>
      <Sample title="Tables">
        <Table caption="Posts" rows={posts} rowKey={({ id }) => id} columns={columns} />
      </Sample>
      <Sample title="Compact rows">
        <div className={styles.framed} role="list">
          {people.map(({ name, text, time }) => (
            <ListRow key={name} role="listitem" density="compact" leading={<Star {...smallIconProps} />} title={text} meta={time} />
          ))}
        </div>
      </Sample>
    </>
  )
}
