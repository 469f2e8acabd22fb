import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const focusMode = createStore<{ readonly isOn: boolean }>(() => ({ isOn: false }))

/** Everything marked `data-fades` goes out of sight and out of the keyboard's way; whose studio it is, what is saved and what is about to leave stay. */
export function setFocusMode(isOn: boolean): void {
  focusMode.setState({ isOn })
  if (isOn) document.documentElement.dataset['focusMode'] = ''
  else delete document.documentElement.dataset['focusMode']
}

export function useFocusMode(): boolean {
  return useStore(focusMode, ({ isOn }) => isOn)
}
