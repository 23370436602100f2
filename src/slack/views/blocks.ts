/** Small pieces of Block Kit, each within Slack's limits. */
import type { Button, ConfirmationDialog, ContextBlock, KnownBlock, MrkdwnElement, PlainTextElement, PlainTextOption, SectionBlock } from '@slack/types'
import { cut } from './cut.js'
import { limits } from './limits.js'

/** What is said: `text` tells everything the blocks tell, for screen readers and notifications read nothing else. */
export interface Message {
  text: string
  blocks: KnownBlock[]
}

export function plain(text: string, max: number = limits.label): PlainTextElement {
  return { type: 'plain_text', text: cut(text, max), emoji: true }
}

/** Verbatim: Slack makes no links, channels or mentions of plain words in it. */
export function mrkdwn(text: string, max: number = limits.section): MrkdwnElement {
  return { type: 'mrkdwn', text: cut(text, max), verbatim: true }
}

export function section(text: string, accessory?: Button): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory ? { accessory } : {}) }
}

export function fields(texts: string[]): SectionBlock {
  return { type: 'section', fields: texts.slice(0, 10).map((text) => mrkdwn(text, limits.field)) }
}

export function context(...texts: string[]): ContextBlock {
  return { type: 'context', elements: texts.slice(0, 10).map((text) => mrkdwn(text, limits.context)) }
}

export interface ButtonOf {
  text: string
  actionId: string
  value: string
  /** Said by screen readers where the text alone says too little. */
  label?: string
  style?: 'primary' | 'danger'
  confirm?: ConfirmationDialog
}

export function button({ text, actionId, value, label, style, confirm }: ButtonOf): Button {
  return {
    type: 'button',
    text: plain(text, limits.buttonText),
    action_id: actionId,
    value,
    ...(label ? { accessibility_label: cut(label, limits.buttonText) } : {}),
    ...(style ? { style } : {}),
    ...(confirm ? { confirm } : {}),
  }
}

export function option(value: string, text: string, description?: string): PlainTextOption {
  return {
    text: plain(text, limits.optionText),
    value,
    ...(description ? { description: plain(description, limits.optionDescription) } : {}),
  }
}
