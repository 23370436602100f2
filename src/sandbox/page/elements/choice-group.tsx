import type { Checkboxes, Option, RadioButtons } from '@slack/types'
import { SlackText } from '../text/rich-text.js'
import { type ElementProps, namesOf, useElement } from './use-element.js'

/** Radio buttons and checkboxes. */
export function ChoiceGroup(props: ElementProps<Checkboxes | RadioButtons>) {
  const { element } = props
  const { value, commit, inputId } = useElement(props)
  const radio = element.type === 'radio_buttons'
  const chosen = (radio ? [value?.selected_option] : ((value?.selected_options ?? []) as unknown[])) as (Option | null | undefined)[]
  const isChosen = (option: Option) => chosen.some((one) => one?.value === option.value)
  const pick = (option: Option) => {
    if (radio) return commit({ type: element.type, selected_option: option })
    const next = element.options.filter((one) => (one.value === option.value ? !isChosen(one) : isChosen(one)))
    return commit({ type: element.type, selected_options: next })
  }
  return (
    <div class="choice-group" role={radio ? 'radiogroup' : 'group'} id={inputId} tabIndex={-1} {...namesOf(props)}>
      {element.options.map((option, at) => {
        const id = `${inputId}-${at}`
        return (
          <div key={option.value ?? at} class="choice-row">
            <input
              type={radio ? 'radio' : 'checkbox'}
              id={id}
              name={inputId}
              checked={isChosen(option)}
              aria-labelledby={`${id}-text`}
              aria-describedby={option.description ? `${id}-more` : undefined}
              onChange={() => void pick(option)}
            />
            <label for={id}>
              <span id={`${id}-text`} class="choice-row-text"><SlackText object={option.text} /></span>
              {option.description && <span id={`${id}-more`} class="choice-description"><SlackText object={option.description} /></span>}
            </label>
          </div>
        )
      })}
    </div>
  )
}
