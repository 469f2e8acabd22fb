// The floor for start-up and memory: the least that shows a window with a page in this Electron.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true, contextIsolation: true } })
  window.webContents.once('did-finish-load', () => {
    console.log('bench:interactive')
  })
  void window.loadURL('data:text/html,<!doctype html><title>bare</title><p>bare')
})
