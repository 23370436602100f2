/** Hands and eyes for browser tests: a Chromium, and what a person does on the sandbox page. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import type { PersonState, WorkspaceInfo } from '../../src/sandbox/protocol.js'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function findChromium(): string {
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted !== undefined) {
    if (existsSync(wanted)) return wanted
    throw new Error(`CHROMIUM_PATH names ${wanted}, and there is no such file.`)
  }
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  const mac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']
  const found = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...mac].find((file) => existsSync(file))
  if (found !== undefined) return found
  throw new Error(
    'The browser tests need Chromium, and none was found. Install it (Debian or Ubuntu: apt-get install chromium; ' +
      'macOS: brew install --cask chromium) or set CHROMIUM_PATH to a Chromium or Chrome that is there already.',
  )
}

export function launchBrowser(): Promise<Browser> {
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      // Chromium refuses its own sandbox to root, as in most containers.
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

async function json<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as T
}

export interface OpenOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
}

/**
 * Opens the page, in a fresh browser profile, as a person and at a channel; resolves once the messages are drawn.
 * @param channelName with or without `#`; `app` or `home` is the bot's Home, `messages` the direct messages with it.
 */
export async function openAs(browser: Browser, workspaceUrl: string, person: string, channelName: string, options: OpenOptions = {}): Promise<Page> {
  const base = workspaceUrl.replace(/\/$/, '')
  const { people } = await json<WorkspaceInfo>(`${base}/sandbox/api/workspace`)
  const who = people.find((one) => one.id === person || one.name === person)
  if (!who) throw new Error(`Nobody in the workspace is called ${person}; there are ${people.map((one) => one.name).join(', ')}.`)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  await page.goto(`${base}/#${await placeOf(base, who.id, channelName)}`)
  await page.getByRole('main').and(page.locator(':has([role=log], [role=tabpanel])')).waitFor()
  return page
}

async function placeOf(base: string, personId: string, channelName: string): Promise<string> {
  const name = channelName.replace(/^#/, '')
  if (name === 'app' || name === 'home') return `${personId}/app/home`
  if (name === 'messages') return `${personId}/app/messages`
  const { channels } = await json<PersonState>(`${base}/sandbox/api/people/${personId}`)
  const channel = channels.find((one) => one.name === name || one.id === name)
  if (!channel) throw new Error(`${personId} is not in #${name}; they are in ${channels.map((one) => one.name).join(', ')}.`)
  return `${personId}/${channel.id}`
}

/** The modal on top. */
export function topModal(page: Page): Locator {
  return page.getByRole('dialog')
}

/** Types into the channel's composer and sends: a command when it begins with `/`, else a message. */
export async function typeCommand(page: Page, text: string): Promise<void> {
  // Behind a modal that is still closing nothing takes the focus, and the keys would be lost.
  await topModal(page).waitFor({ state: 'hidden' })
  const composer = page.getByRole('main').getByRole('textbox', { name: /^Message / })
  await composer.fill(text)
  await composer.press('Escape')
  await composer.press('Enter')
}

/** The innermost place where a field is looked for: the modal if one is open, else the whole page. */
async function scope(page: Page): Promise<Page | Locator> {
  return (await topModal(page).isVisible()) ? topModal(page) : page
}

/**
 * Searches a select and chooses; also picks radio buttons and ticks checkboxes, by the label of their group.
 * @param query what is typed to search; '' types nothing.
 */
export async function chooseOption(page: Page, label: string, query: string, optionText: string | RegExp): Promise<void> {
  const where = await scope(page)
  const group = where.getByRole('radiogroup', { name: label, exact: true }).or(where.getByRole('group', { name: label, exact: true }))
  const field = where.getByRole('combobox', { name: label, exact: true })
  await field.or(group).first().waitFor()
  if (await group.isVisible()) {
    await group.getByRole('radio', { name: optionText }).or(group.getByRole('checkbox', { name: optionText })).check()
    return
  }
  await field.click()
  if (query !== '') await field.fill(query)
  await page.getByRole('listbox', { name: label, exact: true }).getByRole('option').filter({ hasText: optionText }).first().click()
}

export async function fill(page: Page, label: string, text: string): Promise<void> {
  await (await scope(page)).getByLabel(label, { exact: true }).fill(text)
}

/** Adds a file to a file input and waits until it stands in its list. */
export async function attachFile(page: Page, label: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const where = await scope(page)
  await where.getByLabel(label, { exact: true }).setInputFiles(file)
  await where.getByRole('button', { name: `Remove ${file.name}` }).waitFor()
}

/** Presses the modal's submit button, whatever it is called, and waits for the bot's answer. */
export async function submitModal(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().postData()?.includes('"do":"submit"') ?? false)
  await topModal(page).locator('button[type=submit]').filter({ visible: true }).click()
  await answered
}

/** Writes `<tmp>/onbehalf-screenshots/<name>.png` and resolves to its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(tmpdir(), 'onbehalf-screenshots')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}

/** Presses the newest button of that name, by the beginning of its label. */
export async function press(page: Page, name: string): Promise<void> {
  const where = await scope(page)
  await where.getByRole('button', { name: new RegExp(`^${name}`) }).last().click()
}

/** Closes the modal and waits until it is gone. */
export async function closeModal(page: Page): Promise<void> {
  await topModal(page).getByRole('button', { name: 'Close', exact: true }).last().click()
  await topModal(page).waitFor({ state: 'hidden' })
}
