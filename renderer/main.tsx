import './bridge/schemas-without-code.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/client-colours.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { chooseLanguage } from './language/languages.ts'
import { startLanguage } from './language/start-language.ts'
import { parseRoute } from './shell/route.ts'
import { preloadScreen } from './shell/screens.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// Fetched while the engine is still being asked; without an address the first screen will be the calendar.
const firstScreen = preloadScreen(parseRoute(window.location.hash)?.screen ?? 'calendar')

// The settings are not known yet: the system's language until they are.
await startLanguage(chooseLanguage('system', navigator.language))
createRoot(root).render(
  <StrictMode>
    <App firstScreen={firstScreen} />
  </StrictMode>
)
