import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types'
import type { Value } from '../form/initial-value.js'
import { type ElementProps, namesOf, useElement } from './use-element.js'

type MomentElement = Datepicker | Timepicker | DateTimepicker

interface Kind {
  type: 'date' | 'time' | 'datetime-local'
  shown: unknown
  read(text: string): Value
}

/** `datetime-local` knows no zone: the browser's own is used, as Slack uses the device's. */
function toLocal(seconds: number): string {
  const date = new Date(seconds * 1000)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Date, time, or both, by the browser's own picker. */
export function MomentField(props: ElementProps<MomentElement>) {
  const { element } = props
  const { value, commit, inputId } = useElement(props)
  const kinds: Record<MomentElement['type'], Kind> = {
    datepicker: { type: 'date', shown: value?.selected_date, read: (text) => ({ selected_date: text || null }) },
    timepicker: { type: 'time', shown: value?.selected_time, read: (text) => ({ selected_time: text || null }) },
    datetimepicker: {
      type: 'datetime-local',
      shown: typeof value?.selected_date_time === 'number' ? toLocal(value.selected_date_time) : undefined,
      read: (text) => ({ selected_date_time: text ? new Date(text).getTime() / 1000 : null }),
    },
  }
  const kind = kinds[element.type]
  return (
    <input
      id={inputId}
      {...namesOf(props)}
      class={props.invalid ? 'text-input moment invalid' : 'text-input moment'}
      type={kind.type}
      value={typeof kind.shown === 'string' ? kind.shown : ''}
      onChange={(event) => void commit({ type: element.type, ...kind.read(event.currentTarget.value) })}
    />
  )
}
