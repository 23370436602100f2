import type { MultiSelect, Select as SelectElement } from '@slack/types'
import { useRef, useState } from 'preact/hooks'
import { Floating } from '../parts/floating.js'
import { ChevronIcon, CloseIcon } from '../parts/icons.js'
import { Spinner } from '../parts/spinner.js'
import { plainText } from '../text/rich-text.js'
import { useNames } from '../text/use-names.js'
import { ChoiceList } from './choice-list.js'
import type { Choice } from './option.js'
import { isMulti, selectedChoices, selectValue } from './selected-choices.js'
import { useChoices } from './use-choices.js'
import { type ElementProps, namesOf, useElement } from './use-element.js'

/** Every select, single and multiple, of every source: a field to search in with a list under it. */
export function Select(props: ElementProps<SelectElement | MultiSelect>) {
  const { element, blockId, actionId } = props
  const { value, commit, pending, inputId } = useElement(props)
  const names = useNames()
  const [open, setOpen] = useState(false)
  /** Undefined until something is typed: then the field shows what is chosen. */
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const field = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)

  const multi = isMulti(element.type)
  const chosen = selectedChoices(element.type, value, names, plainText)
  const offered = useChoices(element, blockId, actionId, open, typed ?? '')
  const listId = `${inputId}-list`
  const full = multi && 'max_selected_items' in element && chosen.length >= (element.max_selected_items ?? Infinity)
  const isChosen = (choice: Choice) => chosen.some((one) => one.value === choice.value)

  const show = () => {
    if (open) return
    setOpen(true)
    const at = multi ? -1 : offered.choices.findIndex(isChosen)
    setActive(Math.max(0, at))
  }
  const hide = () => {
    setOpen(false)
    setTyped(undefined)
  }
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    if (!multi) {
      hide()
      if (!isChosen(choice)) void commit(selectValue(element.type, [choice]))
      return
    }
    const without = chosen.filter((one) => one.value !== choice.value)
    if (without.length === chosen.length && full) return
    setTyped(undefined)
    void commit(selectValue(element.type, without.length < chosen.length ? without : [...chosen, choice]))
  }
  const clear = () => {
    void commit(selectValue(element.type, []))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const count = offered.choices.length
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) show()
      else if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (open) choose(offered.status === 'loading' ? undefined : offered.choices[active])
      else show()
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      hide()
    } else if (event.key === 'Backspace' && multi && !typed && chosen.length > 0) {
      void commit(selectValue(element.type, chosen.slice(0, -1)))
    }
  }

  const single = multi ? undefined : chosen[0]
  const placeholder = plainText(element.placeholder) || (multi ? 'Choose some' : 'Choose one')
  return (
    <div class="select">
      <div ref={field} class={props.invalid ? 'select-field invalid' : 'select-field'} onClick={(event) => event.target !== input.current && input.current?.focus()}>
        {multi && chosen.map((one) => (
          <span key={one.value} class="token">
            {one.text}
            <button type="button" aria-label={`Remove ${one.text}`} onClick={() => choose(one)}><CloseIcon /></button>
          </span>
        ))}
        <input
          ref={input}
          id={inputId}
          {...namesOf(props)}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open && offered.choices[active] ? `${listId}-${active}` : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={single?.text ?? (chosen.length > 0 ? '' : placeholder)}
          value={typed ?? single?.text ?? ''}
          onFocus={(event) => {
            event.currentTarget.select()
            if (!event.currentTarget.dataset.quiet) show()
          }}
          onClick={show}
          onBlur={hide}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setActive(0)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
        />
        {pending ? <Spinner /> : single && props.clearable && !open ? (
          <button type="button" class="select-clear" aria-label="Clear" tabIndex={-1} onClick={clear}><CloseIcon /></button>
        ) : <ChevronIcon />}
      </div>
      {single?.description && !open && <div class="select-description">{single.description}</div>}
      {open && (
        <Floating anchor={field} fit onLeave={hide}>
          <ChoiceList id={listId} labelledBy={props.labelledBy} label={placeholder} offered={offered} active={active} isChosen={isChosen} multi={multi} onPoint={setActive} onChoose={choose} />
          {full && <div class="choices-note">That is the most that can be chosen.</div>}
        </Floating>
      )}
    </div>
  )
}
