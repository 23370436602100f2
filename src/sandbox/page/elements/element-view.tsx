import { Button } from './button.js'
import { ChoiceGroup } from './choice-group.js'
import { FileField } from './file-field.js'
import { MomentField } from './moment-field.js'
import { Overflow } from './overflow.js'
import { Select } from './select.js'
import { TextField } from './text-field.js'
import type { ElementProps } from './use-element.js'

/** Draws an element by its type. */
export function ElementView(props: ElementProps) {
  const { element } = props
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return <Button {...props} element={element} />
    case 'overflow':
      return <Overflow {...props} element={element} />
    case 'static_select':
    case 'external_select':
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return <Select {...props} element={element} />
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextField {...props} element={element} />
    case 'radio_buttons':
    case 'checkboxes':
      return <ChoiceGroup {...props} element={element} />
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <MomentField {...props} element={element} />
    case 'file_input':
      return <FileField {...props} element={element} />
    default:
      return <em class="unsupported">The sandbox does not draw “{element.type}” yet.</em>
  }
}
