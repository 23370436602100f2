/** *What is missing*: each step with who can take it and, for the reader, the buttons that take it. */
import type { Button } from '@slack/types'
import type { AccessStep } from '../../../domain/access/access-steps.js'
import type { AccessSheet } from '../../../domain/access/explain-access.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'
import { changeAccessButton, itWorksNowButton, recordGrantButton, requestAccessButton } from './access-buttons.js'
import { peopleNamed } from './names.js'

export interface ShownStep {
  /** Escaped for mrkdwn. */
  text: string
  buttons: Button[]
}

/** The steps in the order they are to be taken, numbered. One button of each kind: pressing it asks for, or confirms, all there is. */
export function shownSteps(sheet: AccessSheet, reader: Reader): ShownStep[] {
  const offered = new Set<Offer>()
  return sheet.steps.map((step, index) => ({
    text: `*${index + 1}.* ${stepText(step, sheet, reader)}`,
    buttons: offersOf(step, sheet).filter((offer) => offer === 'change' || !offered.has(offer)).map((offer) => {
      offered.add(offer)
      return buttonFor(offer, step, sheet, reader)
    }),
  }))
}

type Offer = 'request' | 'confirm' | 'record' | 'change'

/** What the reader can do about a step (views decide by what the use-case says the reader may). */
function offersOf(step: AccessStep, { as, may, steps }: AccessSheet): Offer[] {
  // Of a customer without an account here nobody can be asked: it is recorded.
  const ask: Offer[] = may.request && step.requestedAt === null && step.people.length > 0 ? ['request'] : []
  switch (step.step) {
    case 'turn_on':
    case 'grant': {
      const change: Offer[] = may.changeSwitch ? ['change'] : []
      const record: Offer[] = may.recordGrant && step.recordedAt === null ? ['record'] : []
      // Consent comes first (ACCESS-2).
      const possible = step.step === 'turn_on' || !steps.some((other) => other.step === 'consent' && other.skuName === step.skuName)
      // Of the own people the customer's admin asks nobody: for them it is the other button.
      return [...(possible ? change : []), ...(as === 'CUSTOMER' ? [] : ask), ...(possible ? record : [])]
    }
    case 'consent':
      return ask
    case 'confirm_or_wait':
      return may.confirm ? ['confirm'] : []
    case 'renew':
    case 'buy':
      return []
  }
}

function buttonFor(offer: Offer, step: AccessStep, sheet: AccessSheet, reader: Reader): Button {
  const of = { say: wordsFor(reader), customer: sheet.customer }
  switch (offer) {
    case 'request':
      return requestAccessButton(of)
    case 'confirm':
      return itWorksNowButton(of)
    case 'record':
      return recordGrantButton(of, step.people.length > 0 ? {} : { style: 'primary' })
    case 'change': {
      if (step.step === 'turn_on') return changeAccessButton(of, 'access.turn_on_button', 'grant', null, { style: 'primary' })
      return changeAccessButton(of, 'access.grant_button', 'grant', subscriptionOf(step, sheet), { style: 'primary' })
    }
  }
}

/** The subscription bought from Google that a step is about. */
function subscriptionOf({ skuName }: AccessStep, { subscriptions }: AccessSheet): string | null {
  const named = subscriptions.filter((held) => held.skuName === skuName && held.seller === 'GOOGLE')
  const waiting = named.find(({ effective }) => !effective.open && effective.block.reason === 'grant_missing')
  return (waiting ?? named[0])?.id ?? null
}

function stepText(step: AccessStep, sheet: AccessSheet, reader: Reader): string {
  const say = wordsFor(reader)
  const since = step.since && step.step !== 'confirm_or_wait' ? ` ${say('access.step_since', { at: slackDate(step.since, reader) })}` : ''
  return [`${whatToDo(step, reader)}${since}`, `👤 ${whoCan(step, sheet, reader)}`, ...asked(step, reader)].join('\n')
}

function whatToDo({ step, skuName, until }: AccessStep, reader: Reader): string {
  const say = wordsFor(reader)
  const sku = escapeLine(skuName ?? '', 150)
  switch (step) {
    case 'turn_on':
    case 'buy':
      return say(`access.step_${step}`)
    case 'consent':
    case 'grant':
    case 'renew':
      return say(`access.step_${step}`, { sku })
    case 'confirm_or_wait':
      if (!until) return say('access.step_confirm_any')
      return say(skuName === null ? 'access.step_confirm_switch' : 'access.step_confirm', { sku, until: slackDate(until, reader) })
  }
}

function whoCan({ who, people }: AccessStep, sheet: AccessSheet, reader: Reader): string {
  const say = wordsFor(reader)
  if (who === 'AGENT' && sheet.may.confirm) return say('access.by_you', { domain: escapeLine(sheet.domain, 150) })
  const about = { customer: escapeLine(sheet.customer.name, 150), domain: escapeLine(sheet.domain, 150), people: peopleNamed(people, reader) }
  return who === 'CUSTOMER' || people.length > 0 ? say(`access.by_${who}`, about) : say(`access.nobody_${who}`, about)
}

function asked({ requestedAt, asked: people, recordedAt, approvers }: AccessStep, reader: Reader): string[] {
  const say = wordsFor(reader)
  const recorded = recordedAt ? [say('access.step_recorded', { at: slackDate(recordedAt, reader), people: peopleNamed(approvers, reader) })] : []
  if (!requestedAt) return recorded
  const at = slackDate(requestedAt, reader)
  return [...recorded, people.length > 0 ? say('access.step_requested_from', { at, people: peopleNamed(people, reader) }) : say('access.step_requested', { at })]
}
