import { expect, test } from 'vitest'
import { listTimeZones } from '../../../renderer/components/list-time-zones.ts'
import { zoneName } from '../../../renderer/language/zone-name.ts'

test.each([
  ['Europe/Paris', 'Paris'],
  ['America/Port_of_Spain', 'Port of Spain'],
  ['America/Argentina/Ushuaia', 'Ushuaia'],
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['Etc/Greenwich', 'UTC'],
  ['Etc/GMT-2', 'UTC+2'],
  ['Etc/GMT+10', 'UTC−10'],
  ['+05:30', 'UTC+05:30']
])('%s is read as %s', (zone, name) => {
  expect(zoneName(zone)).toBe(name)
})

test('the list to choose from says the same, with what the place lies in', () => {
  const labels = new Map(listTimeZones('Etc/GMT-2').map(({ value, label }) => [value, label]))
  expect(labels.get('Europe/Paris')).toBe('Paris · Europe')
  expect(labels.get('America/Argentina/Ushuaia')).toBe('Ushuaia · Argentina · America')
  expect(labels.get('Etc/GMT-2')).toBe('UTC+2')
})
