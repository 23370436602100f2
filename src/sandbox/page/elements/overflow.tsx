import type { Overflow as OverflowElement } from '@slack/types'
import { askConfirm } from '../parts/confirm.js'
import { MoreIcon } from '../parts/icons.js'
import { Menu } from '../parts/menu.js'
import { Spinner } from '../parts/spinner.js'
import { plainText } from '../text/rich-text.js'
import { type ElementProps, useElement } from './use-element.js'

export function Overflow(props: ElementProps<OverflowElement>) {
  const { element } = props
  const { send, pending } = useElement(props)
  const items = element.options.map((option, at) => ({
    key: option.value ?? String(at),
    text: plainText(option.text),
    description: option.description && plainText(option.description),
    href: option.url,
    onChoose: async () => {
      if (await askConfirm(element.confirm)) await send({ type: 'overflow', selected_option: option })
    },
  }))
  return (
    <Menu label="More options" buttonClass="button overflow" items={items}>
      {pending ? <Spinner /> : <MoreIcon />}
    </Menu>
  )
}
