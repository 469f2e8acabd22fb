import { Bold, CalendarPlus, ChevronDown, Heart, Italic, Link, List, Reply, Send, Star, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { SegmentedControl } from '../components/SegmentedControl.tsx'
import { Tabs } from '../components/Tabs.tsx'
import { Toolbar, ToolbarButton, ToolbarSeparator, ToolbarSpacer } from '../components/Toolbar.tsx'
import { Row, Sample } from './Sample.tsx'

export function ControlSamples() {
  return (
    <>
      <Sample title="Buttons">
        <ButtonSamples />
        <IconButtonSamples />
      </Sample>
      <Sample title="Views">
        <ViewSamples />
        <ToolbarSample />
        <TabsSample />
      </Sample>
    </>
  )
}

function ButtonSamples() {
  return (
    <>
      <Row>
        <Button variant="primary" icon={Send} shortcut="mod+enter">
          Publish
        </Button>
        <Button icon={CalendarPlus}>Schedule</Button>
        <Button trailingIcon={ChevronDown}>More</Button>
        <Button variant="quiet" icon={Reply}>
          Reply
        </Button>
        <Button variant="danger" icon={Trash2}>
          Remove
        </Button>
      </Row>
      <Row>
        <Button variant="primary" busy>
          Publishing
        </Button>
        <Button disabled>Not now</Button>
        <Button variant="primary" disabled>
          Not now
        </Button>
        <Button size="small">Small</Button>
        <Button size="small" variant="primary" icon={Send}>
          Small
        </Button>
        <Button size="small" variant="quiet" icon={Reply}>
          Small
        </Button>
      </Row>
    </>
  )
}

function IconButtonSamples() {
  const [isStarred, setIsStarred] = useState(true)
  return (
    <Row>
      <IconButton icon={Heart} label="Like" shortcut="l" />
      <IconButton icon={Star} label="Star" pressed={isStarred} onClick={() => setIsStarred(!isStarred)} />
      <IconButton icon={Trash2} label="Remove" variant="secondary" />
      <IconButton icon={Reply} label="Reply" size="small" />
      <Kbd shortcut="mod+k" />
      <Kbd shortcut="g i" />
      <Kbd shortcut="?" />
    </Row>
  )
}

function ViewSamples() {
  const [view, setView] = useState<'month' | 'week' | 'list'>('month')
  return (
    <Row>
      <SegmentedControl
        label="View"
        value={view}
        onChange={setView}
        segments={[
          { value: 'month', label: 'Month' },
          { value: 'week', label: 'Week' },
          { value: 'list', label: 'List', icon: List }
        ]}
      />
      <SegmentedControl
        label="View, small"
        size="small"
        value={view}
        onChange={setView}
        segments={[
          { value: 'month', label: 'Month' },
          { value: 'week', label: 'Week' },
          { value: 'list', label: 'List' }
        ]}
      />
    </Row>
  )
}

function ToolbarSample() {
  return (
    <Toolbar label="Formatting">
      <ToolbarButton>
        <IconButton icon={Bold} label="Bold" shortcut="mod+b" />
      </ToolbarButton>
      <ToolbarButton>
        <IconButton icon={Italic} label="Italic" shortcut="mod+i" />
      </ToolbarButton>
      <ToolbarSeparator />
      <ToolbarButton>
        <IconButton icon={Link} label="Link" />
      </ToolbarButton>
      <ToolbarSpacer />
      <ToolbarButton>
        <Button size="small">Templates</Button>
      </ToolbarButton>
    </Toolbar>
  )
}

function TabsSample() {
  const [tab, setTab] = useState<'open' | 'done'>('open')
  return (
    <Tabs
      label="Conversations"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'open', label: 'Open', count: 12, content: 'Twelve conversations wait.' },
        { value: 'done', label: 'Done', content: 'Nothing was put away today.' }
      ]}
    />
  )
}
