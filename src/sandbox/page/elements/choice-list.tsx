import { useEffect, useRef } from 'preact/hooks'
import { CheckIcon } from '../parts/icons.js'
import { Spinner } from '../parts/spinner.js'
import type { Choice } from './option.js'
import type { Choices } from './use-choices.js'

interface ChoiceListProps {
  id: string
  /** The id of the text that names the select, or the name itself. */
  labelledBy?: string
  label?: string
  offered: Choices
  active: number
  isChosen(choice: Choice): boolean
  multi?: boolean
  onPoint(at: number): void
  onChoose(choice: Choice): void
}

/** The list under a select. The field keeps the focus; the active row is told by `aria-activedescendant`. */
export function ChoiceList({ id, labelledBy, label, offered, active, isChosen, multi, onPoint, onChoose }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[data-active=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active, offered])
  const loading = offered.status === 'loading'
  const silent = offered.choices.length > 0
  return (
    <div class="choices" onPointerDown={(event) => event.preventDefault()}>
      {loading && <div class="choices-note"><Spinner label="Loading options" /> Loading…</div>}
      {!silent && !loading && <div class={offered.status === 'failed' ? 'choices-note failed' : 'choices-note'} role="status">{offered.words}</div>}
      <div ref={list} id={id} role="listbox" aria-labelledby={labelledBy} aria-label={labelledBy ? undefined : label} aria-multiselectable={multi} aria-busy={loading} class={loading ? 'stale' : undefined}>
        {offered.choices.map((choice, at) => (
          <div key={`${choice.value}-${at}`}>
            {choice.group && choice.group !== offered.choices[at - 1]?.group && <div class="choices-group" role="presentation">{choice.group}</div>}
            <div
              id={`${id}-${at}`}
              role="option"
              aria-selected={isChosen(choice)}
              data-active={at === active}
              class="choice"
              onPointerMove={() => at !== active && onPoint(at)}
              onClick={() => onChoose(choice)}
            >
              <span class="choice-words">
                <span class="choice-text">{choice.text}</span>
                {choice.description && <span class="choice-description">{choice.description}</span>}
              </span>
              {isChosen(choice) && <CheckIcon />}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
