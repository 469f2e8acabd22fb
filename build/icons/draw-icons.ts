/**
 * Draws the icons from their SVG sources: node build/icons/draw-icons.ts (needs a Chromium, named by VIGIE_CHROMIUM or /usr/bin/chromium).
 * The PNG files are kept in the repository, so that building and packaging need no browser.
 */
import { chromium, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const icon = readFileSync(here('icon.svg'), 'utf8')
const tray = readFileSync(here('tray.svg'), 'utf8')
const ATTENTION = '<circle cx="26" cy="24" r="6" fill="#f26b4e" />'

const inInk = (svg: string, ink: string): string => svg.replaceAll('INK', ink)

/** What macOS calls a template: black and transparent, coloured by the system. */
const PICTURES = [
  { file: 'icon.png', svg: icon, size: 1024 },
  { file: 'icon-256.png', svg: icon, size: 256 },
  { file: 'tray.png', svg: icon, size: 32 },
  { file: 'tray-attention.png', svg: icon.replace('</svg>', '<circle cx="416" cy="416" r="88" fill="#f26b4e" stroke="#fff" stroke-width="20" /></svg>'), size: 32 },
  { file: 'trayTemplate.png', svg: inInk(tray, '#000'), size: 16 },
  { file: 'trayTemplate@2x.png', svg: inInk(tray, '#000'), size: 32 },
  { file: 'tray-attentionTemplate.png', svg: inInk(tray, '#000').replace('</svg>', `${ATTENTION}</svg>`), size: 16 },
  { file: 'tray-attentionTemplate@2x.png', svg: inInk(tray, '#000').replace('</svg>', `${ATTENTION}</svg>`), size: 32 }
]

async function draw(page: Page, { file, svg, size }: (typeof PICTURES)[number]): Promise<void> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>html, body { margin: 0; background: none } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`)
  await page.screenshot({ path: here(file), omitBackground: true })
}

const browser = await chromium.launch({ executablePath: process.env['VIGIE_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  for (const picture of PICTURES) await draw(page, picture)
} finally {
  await browser.close()
}
