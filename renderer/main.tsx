import './styles/fonts.css'
import './styles/tokens.css'
import './styles/client-colours.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { chooseLanguage } from './language/languages.ts'
import { startLanguage } from './language/start-language.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// The settings are not known yet: the system's language until they are.
await startLanguage(chooseLanguage('system', navigator.language))
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>
)
