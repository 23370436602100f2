/** One row per block: its fields, their bounds, and where the block may stand. */
import { all, anything, boolean, byType, type Check, integer, list, object, oneOf, rule, string, url } from './checks.js'
import { actionsElement, buttonOnly, contextAction, ELEMENTS, inputElement, sectionAccessory } from './elements.js'
import { anyText, id, mrkdwnOnly, plainText } from './objects.js'

export type Surface = 'message' | 'modal' | 'home'

const block = (required: Record<string, Check>, optional: Record<string, Check> = {}): Check =>
  object({ type: anything, ...required }, { block_id: id, ...optional })

const image: Check = (value, at, problems) => byType(ELEMENTS, ['image'])(value, at, problems)
const richText = block({ elements: list(100, anything, 0) })
const cell = list(20, anything)

const card = all(
  block({}, { hero_image: image, icon: image, title: mrkdwnOnly(150), subtitle: mrkdwnOnly(150), body: mrkdwnOnly(200), actions: list(5, buttonOnly) }),
  rule((value) =>
    ['hero_image', 'title', 'actions', 'body'].some((key) => value[key] !== undefined)
      ? undefined
      : 'must define at least one of `hero_image`, `title`, `actions` and `body`',
  ),
)

const taskCard = block(
  { task_id: string(255), title: string(255), status: oneOf('pending', 'in_progress', 'complete', 'error') },
  { details: richText, output: richText, sources: list(100, anything) },
)

const section = all(
  block({}, { text: anyText(3000), fields: list(10, anyText(2000)), accessory: sectionAccessory, expand: boolean }),
  rule((value) =>
    value['text'] === undefined && value['fields'] === undefined ? 'must define either `text` or `fields`' : undefined,
  ),
)

const imageBlock = all(
  block({ alt_text: string(2000) }, { title: plainText(2000), image_url: url, slack_file: object({}, { id: string(255), url }) }),
  rule((value) =>
    (value['image_url'] === undefined) === (value['slack_file'] === undefined)
      ? 'must define exactly one of `image_url` and `slack_file`'
      : undefined,
  ),
)

const contextElement: Check = (value, at, problems) => {
  const isImage = typeof value === 'object' && value !== null && 'type' in value && value.type === 'image'
  const check = isImage ? image : anyText(2000)
  check(value, at, problems)
}

const everywhere = {
  actions: block({ elements: list(25, actionsElement) }),
  context: block({ elements: list(10, contextElement) }),
  divider: block({}),
  header: block({ text: plainText(150) }),
  image: imageBlock,
  rich_text: richText,
  section,
  video: block(
    { video_url: url, thumbnail_url: url, alt_text: string(2000), title: plainText(200) },
    { title_url: url, author_name: string(50), provider_name: string(50), provider_icon_url: url, description: plainText(200) },
  ),
}

const input = (inModal: boolean): Check =>
  block(
    { label: plainText(2000), element: inputElement(inModal) },
    { hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  )

const container: Check = all(
  block(
    { child_blocks: list(10, (value, at, problems) => byType({ ...everywhere, input: input(false) })(value, at, problems)) },
    {
      title: plainText(150), rich_text_title: richText, subtitle: anyText(150), icon: image, is_collapsible: boolean,
      width: oneOf('narrow', 'standard', 'wide', 'full'), default_collapsed: boolean, has_header_divider: boolean,
    },
  ),
)

const messageOnly = {
  alert: block({ text: anyText(3000) }, { level: oneOf('default', 'info', 'warning', 'error', 'success') }),
  card,
  carousel: block({ elements: list(10, card) }),
  container,
  context_actions: block({ elements: list(5, contextAction) }),
  data_table: block({ rows: list(100, cell), caption: string(2000) }, { page_size: integer(1, 100), row_header_column_index: integer(0, 19) }),
  file: block({ source: oneOf('remote'), external_id: id }),
  markdown: block({ text: string(12_000) }),
  plan: block({ title: string(255) }, { tasks: list(100, anything) }),
  table: block({ rows: list(100, cell) }, { column_settings: list(20, anything) }),
  task_card: taskCard,
}

export const BLOCKS: Record<Surface, Check> = {
  message: byType({ ...everywhere, ...messageOnly, input: input(false) }),
  modal: byType({ ...everywhere, alert: messageOnly.alert, input: input(true) }),
  home: byType({ ...everywhere, alert: messageOnly.alert, input: input(false) }),
}

/** Blocks in one message, and in one view. */
export const MAX_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 }
