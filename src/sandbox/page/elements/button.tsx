import type { Button as ButtonElement, WorkflowButton } from '@slack/types'
import { askConfirm } from '../parts/confirm.js'
import { Spinner } from '../parts/spinner.js'
import { plainText } from '../text/rich-text.js'
import { type ElementProps, useElement } from './use-element.js'

export function Button(props: ElementProps<ButtonElement | WorkflowButton>) {
  const { element } = props
  const { send, pending } = useElement(props)
  const label = element.accessibility_label
  const style = `button ${element.style ?? ''}`
  const url = element.type === 'button' ? element.url : undefined
  const press = async () => {
    if (pending || !(await askConfirm(element.confirm))) return
    await send({})
  }
  // A link button is still an action to the bot: Slack sends it, too.
  if (url) {
    return (
      <a class={style} href={url} target="_blank" rel="noreferrer noopener" aria-label={label} onClick={() => void send({})}>
        {plainText(element.text)}
      </a>
    )
  }
  return (
    <button type="button" class={style} aria-label={label} aria-busy={pending} onClick={() => void press()}>
      {plainText(element.text)}
      {pending && <Spinner />}
    </button>
  )
}
