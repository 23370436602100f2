import { option } from '../blocks.js'
import { sizeWords } from '../cases/case-words.js'
import { blockIdOf } from './filing-block-ids.js'
import type { Blocks, FilingPart } from './filing-look.js'
import { actionIds } from '../ids.js'
import { input } from './input-block.js'
import { limits } from '../limits.js'

/** Files of the message or of the draft as checkboxes, and room for more. */
export function filesPart(part: FilingPart): Blocks {
  const { form, look, say } = part
  const { maxCount, maxBytes } = look.attachments
  return [
    ...keptFiles(part),
    input({
      blockId: blockIdOf('attachments', form.draftId),
      label: say('filing.attachments'),
      optional: true,
      dispatch: true,
      hint: say('filing.attachments_hint', { count: maxCount, size: sizeWords(maxBytes, look.reader.locale, say) }),
      element: { type: 'file_input', action_id: actionIds.attachments, max_files: Math.max(1, Math.min(10, maxCount)) },
    }),
  ]
}

function keptFiles({ form, look, say }: FilingPart): Blocks {
  const kept = (form.values.files ?? []).filter((file) => !look.uploaded?.includes(file.slackFileId)).slice(0, limits.checkboxes)
  if (kept.length === 0) return []
  const optionOf = (file: (typeof kept)[number]) => option(file.slackFileId, file.name, sizeWords(file.size, look.reader.locale, say))
  const ticked = kept.filter((file) => file.chosen).map(optionOf)
  return [input({
    blockId: blockIdOf('keptFiles', form.draftId),
    label: say('filing.kept_files'),
    hint: say('filing.kept_files_hint'),
    optional: true,
    dispatch: true,
    element: {
      type: 'checkboxes',
      action_id: actionIds.keptFiles,
      options: kept.map(optionOf),
      ...(ticked.length > 0 ? { initial_options: ticked } : {}),
    },
  })]
}
