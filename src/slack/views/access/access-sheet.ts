import type { Button, KnownBlock } from '@slack/types'
import type { AccessSheet } from '../../../domain/access/explain-access.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { cut } from '../cut.js'
import { escapeCut, escapeLine } from '../escape.js'
import { limits } from '../limits.js'
import { fileForButton, itWorksNowButton, requestAccessButton } from './access-buttons.js'
import { subscriptionLine, verdict } from './access-lines.js'
import { shownSteps } from './access-steps.js'
import type { ShownStep } from './access-steps.js'

/** Characters of the lines about subscriptions, and of the steps: a message takes about 12,000 in all. */
const roomForSubscriptions = 2600
const roomForSteps = 5000
/** Of a message's fifty blocks; a step takes two. */
const mostSteps = 12

/** Blocks of a sheet begin so: what a button in it did is said in its place. */
const sheetBlock = 'access_sheet'

/** Whether a button stands in a sheet. */
export function isInSheet(blockId: string): boolean {
  return blockId.startsWith(`${sheetBlock}.`)
}

/** `/access check`, for the one who asked. `above`: what came of a button, plain text. */
export function accessSheet(sheet: AccessSheet, reader: Reader, above?: string): Message {
  const say = wordsFor(reader)
  const title = `*${escapeLine(sheet.customer.name, 200)}* · ${escapeLine(sheet.customer.domain, 200)}`
  const lines = subscriptionLines(sheet, reader)
  const steps = shownSteps(sheet, reader)
  const shown = steps.slice(0, Math.min(mostSteps, fitting(steps.map(({ text }) => text), roomForSteps)))
  const more = steps.length > shown.length ? [say('access.more', { count: steps.length - shown.length })] : []
  const domain = escapeLine(sheet.customer.domain, 200)
  const hint = [...(sheet.open && sheet.may.changeSwitch ? [say('access.revoke_hint', { domain })] : []), say('access.history_hint', { domain })].join('\n')
  const said = above ? [escapeCut(above, 1500)] : []
  const saidOf = `${title}\n${verdict(sheet, reader)}`
  const blocks: KnownBlock[] = [
    ...said.map((text) => section(text)),
    section(saidOf),
    section(lines.join('\n')),
    ...(steps.length > 0 ? [{ type: 'divider' as const }, section(`*${say('access.missing')}*`)] : []),
    ...shown.flatMap(stepBlocks),
    ...(more.length > 0 ? [context(...more)] : []),
    ...actions(leftOver(sheet, shown, reader)),
    context(hint),
  ]
  const told = [...said, saidOf, ...lines, ...(steps.length > 0 ? [`*${say('access.missing')}*`] : []), ...shown.map(({ text }) => text), ...more, hint]
  return {
    text: cut(told.join('\n'), limits.messageText),
    blocks: blocks.map((block, index) => ({ ...block, block_id: `${sheetBlock}.${index}` })),
  }
}

function subscriptionLines(sheet: AccessSheet, reader: Reader): string[] {
  const say = wordsFor(reader)
  const lines = sheet.subscriptions.map((held) => subscriptionLine(held, sheet, reader))
  const shown = lines.slice(0, fitting(lines, roomForSubscriptions))
  return [
    `*${say('access.subscriptions')}*`,
    ...(lines.length === 0 ? [say('access.no_subscriptions')] : []),
    ...shown,
    ...(lines.length > shown.length ? [say('access.more', { count: lines.length - shown.length })] : []),
  ]
}

/** How many of the texts fit, whole, from the first one on. */
function fitting(texts: readonly string[], room: number): number {
  let used = 0
  for (const [index, text] of texts.entries()) {
    used += text.length + 1
    if (used > room) return index
  }
  return texts.length
}

const stepBlocks = ({ text, buttons }: ShownStep): KnownBlock[] => [section(text), ...actions(buttons)]

function actions(buttons: Button[]): KnownBlock[] {
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []
}

/** What the reader may do that no step offers: filing, and what is pending or closed of a customer that is open otherwise. */
function leftOver(sheet: AccessSheet, steps: readonly ShownStep[], reader: Reader): Button[] {
  const of = { say: wordsFor(reader), customer: sheet.customer }
  const { may } = sheet
  const offered = new Set(steps.flatMap(({ buttons }) => buttons.map((button) => button.action_id)))
  return [
    ...(sheet.open && may.file ? [fileForButton(of)] : []),
    ...(may.confirm ? [itWorksNowButton(of)] : []),
    ...(sheet.open && may.request ? [requestAccessButton(of, {})] : []),
  ].filter((button) => !offered.has(button.action_id))
}
