import { contextBridge, ipcRenderer } from 'electron'
import { createBridge } from './create-bridge.ts'

// Whoever weakens the window gets no bridge at all: without the sandbox this script would hold Node's powers next to the page.
if (!process.sandboxed || !process.contextIsolated) throw new Error('the page has to be sandboxed and isolated')

contextBridge.exposeInMainWorld('studio', createBridge(ipcRenderer))
