import type { Fault } from '../../protocol.js'
import { AlertIcon } from '../parts/icons.js'
import { Menu } from '../parts/menu.js'
import { api } from '../state/api.js'

const troubles: { text: string; description: string; fault: Fault }[] = [
  {
    text: 'Rate limit the next call',
    description: 'It is answered 429, try again in 2 seconds',
    fault: { method: '*', kind: 'rate_limited', retryAfter: 2, times: 1 },
  },
  {
    text: 'Fail the next call',
    description: 'It is answered internal_error, nothing is done',
    fault: { method: '*', kind: 'error', error: 'internal_error', times: 1 },
  },
  {
    text: 'Lose the next answer',
    description: 'The call is done, its answer never arrives',
    fault: { method: '*', kind: 'lost_answer', times: 1 },
  },
  {
    text: 'Refuse the next three calls',
    description: 'The connection is cut before anything happens',
    fault: { method: '*', kind: 'refused', times: 3 },
  },
]

/** What can go wrong between bot and workspace, on request. */
export function TroubleMenu() {
  const items = troubles.map(({ text, description, fault }) => ({
    key: fault.kind,
    text,
    description,
    onChoose: () => void api.addFault(fault),
  }))
  return (
    <Menu label="Make trouble" buttonClass="button small" heading="For calls of the bot" items={items}>
      <AlertIcon /> Make trouble
    </Menu>
  )
}
