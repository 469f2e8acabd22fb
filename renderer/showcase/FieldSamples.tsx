import { useState } from 'react'
import { Checkbox } from '../components/Checkbox.tsx'
import { Combobox } from '../components/Combobox.tsx'
import { DateTimeField } from '../components/DateTimeField.tsx'
import { RadioGroup } from '../components/RadioGroup.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { SecretField } from '../components/SecretField.tsx'
import { Select } from '../components/Select.tsx'
import { Switch } from '../components/Switch.tsx'
import { TextArea } from '../components/TextArea.tsx'
import { TextField } from '../components/TextField.tsx'
import { Sample } from './Sample.tsx'
import styles from './Showcase.module.css'

const zones = ['Europe/Paris', 'Europe/Brussels', 'America/Montreal', 'Africa/Dakar', 'Indian/Reunion'].map((value) => ({ value, label: value }))

export function FieldSamples() {
  const [text, setText] = useState('Maison Lumen')
  const [long, setLong] = useState('Doors open at nine. Bring a friend, and ask for the amber lamp.')
  const [query, setQuery] = useState('lamp')
  const [zone, setZone] = useState<string | null>('Europe/Paris')
  const [pace, setPace] = useState<'calm' | 'lively' | 'storm'>('calm')
  const [when, setWhen] = useState('2026-11-21T09:00')
  return (
    <Sample title="Fields" note="Edges of 3:1; the label is always there.">
      <div className={styles.columns}>
        <TextField label="Name of the client" value={text} onChange={setText} aside={`${String(text.length)} / 80`} />
        <TextField label="Server" value="https://" onChange={setText} error="This is not an address yet. Write it as https://social.example." />
        <TextField label="Handle" value="@lumen" onChange={setText} disabled hint="Given by the network." />
        <SecretField label="App password" value={text} onChange={setText} hint="The eye shows it." />
        <SearchField label="Search messages" value={query} onChange={setQuery} shortcut="/" />
        <SearchField label="Search members" value="" onChange={setQuery} shortcut="/" />
        <Select
          label="Pace"
          value={pace}
          onChange={setPace}
          options={[
            { value: 'calm', label: 'Calm', detail: 'A few messages an hour' },
            { value: 'lively', label: 'Lively' },
            { value: 'storm', label: 'Storm', disabled: true }
          ]}
        />
        <Combobox label="Time zone" value={zone} onChange={setZone} options={zones} hint="Type to find it." />
        <DateTimeField label="When" value={when} today="2026-11-21" onChange={setWhen} hint="Time in Europe/Paris" />
        <DateTimeField label="Day" kind="date" value={when.slice(0, 10)} today="2026-11-21" onChange={setWhen} />
      </div>
      <TextArea label="Reply" value={long} onChange={setLong} rows={2} aside="237 left" />
      <Choices />
    </Sample>
  )
}

function Choices() {
  const [isChecked, setIsChecked] = useState(true)
  const [isOn, setIsOn] = useState(true)
  const [late, setLate] = useState<'ask' | 'send'>('ask')
  return (
    <div className={styles.columns}>
      <div>
        <Checkbox label="Tell me when it is out" checked={isChecked} onChange={setIsChecked} />
        <br />
        <Checkbox label="All accounts" checked={false} indeterminate onChange={setIsChecked} hint="Two of three" />
        <br />
        <Checkbox label="Not to be chosen" checked={false} disabled onChange={setIsChecked} />
      </div>
      <div>
        <Switch label="Desktop notifications" hint="Only for what waits for you." checked={isOn} onChange={setIsOn} />
        <Switch label="Work offline" checked={!isOn} onChange={(next) => setIsOn(!next)} />
        <Switch label="Not to be changed" checked disabled onChange={setIsOn} />
      </div>
      <RadioGroup
        label="When a post is late"
        value={late}
        onChange={setLate}
        options={[
          { value: 'ask', label: 'Ask me', hint: 'It waits in the outbox.' },
          { value: 'send', label: 'Send it all the same' }
        ]}
      />
    </div>
  )
}
