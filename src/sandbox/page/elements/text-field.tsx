import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { plainText } from '../text/rich-text.js'
import { type ElementProps, namesOf, useElement } from './use-element.js'

type TextElement = PlainTextInput | EmailInput | URLInput | NumberInput

const modes = {
  plain_text_input: { type: 'text', inputMode: 'text' },
  email_text_input: { type: 'email', inputMode: 'email' },
  url_text_input: { type: 'url', inputMode: 'url' },
  number_input: { type: 'text', inputMode: 'decimal' },
} as const

const characterDebounceMilliseconds = 500
/** Slack's own upper bound when the element names none. */
const longest = 3000
/** From here on the remaining characters are told. */
const nearLimit = 0.85

/** All inputs in which one types. */
export function TextField(props: ElementProps<TextElement>) {
  const { element, dispatches } = props
  const { value, change, send, inputId } = useElement(props)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const area = useRef<HTMLTextAreaElement>(null)
  const text = typeof value?.value === 'string' ? value.value : ''
  const on = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed']
  const limit = element.type === 'plain_text_input' ? (element.max_length ?? longest) : undefined
  const multiline = element.type === 'plain_text_input' && element.multiline

  useLayoutEffect(() => {
    if (!area.current) return
    area.current.style.height = 'auto'
    area.current.style.height = `${area.current.scrollHeight + 2}px`
  }, [text])

  const type = (next: string) => {
    const held = { type: element.type, value: next === '' ? null : next }
    change(held)
    if (!dispatches || !on.includes('on_character_entered')) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(held), characterDebounceMilliseconds)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || (multiline && event.shiftKey)) return
    if (!dispatches || !on.includes('on_enter_pressed')) return
    event.preventDefault()
    clearTimeout(timer.current)
    void send({ type: element.type, value: text === '' ? null : text })
  }
  const shared = {
    id: inputId,
    ...namesOf(props),
    class: props.invalid ? 'text-input invalid' : 'text-input',
    placeholder: plainText(element.placeholder) || undefined,
    autofocus: element.focus_on_load,
    value: text,
    onKeyDown,
  }
  const counter = limit !== undefined && text.length >= limit * nearLimit
  return (
    <>
      {multiline ? (
        <textarea {...shared} ref={area} rows={3} onInput={(event) => type(event.currentTarget.value)} />
      ) : (
        <input {...shared} {...modes[element.type]} autocomplete="off" onInput={(event) => type(event.currentTarget.value)} />
      )}
      {counter && (
        <div class={text.length > limit ? 'counter over' : 'counter'} aria-live="polite">{limit - text.length}</div>
      )}
    </>
  )
}
