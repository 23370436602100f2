import type { Button, KnownBlock, Overflow, PlainTextOption } from '@slack/types'
import type { FileAction, FileFinding } from '../../../domain/cases/attachment.js'
import type { AttachmentValue, CaseValue } from '../../../domain/cases/case-view.js'
import type { MessageKey } from '../../../locales/message-key.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, context, mrkdwn, option, section } from '../blocks.js'
import { sizeWords } from '../cases/case-words.js'
import { escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { withdrawConfirm } from './withdraw-confirm.js'

/** Files that are shown one by one, the newest; a view holds a hundred blocks. */
const mostFiles = 15
const mostLines = 5

/** The files of a case that the reader is shown, each with what the reader may do with it: one button, or a menu of them. */
export function fileBlocks(kase: Pick<CaseValue, 'number' | 'attachments'>, reader: Reader): KnownBlock[] {
  const { attachments } = kase
  if (attachments.length === 0) return []
  const say = wordsFor(reader)
  const more = attachments.length - mostFiles
  return [
    section(`*${say('cases.label_attachments')}*`),
    ...(more > 0 ? [context(say('files.more', { count: more }))] : []),
    ...attachments.slice(-mostFiles).map((file): KnownBlock => ({ type: 'section', text: mrkdwn(fileText(file, reader, say)), ...accessory(file, say) })),
  ]
}

function fileText({ name, size, state, error, findings }: AttachmentValue, { locale }: Reader, say: Say): string {
  const standing = state === 'FAILED' ? say('cases.attachment_FAILED', { error: failureWords(error, say) }) : say(`cases.attachment_${state}`)
  return [say('files.file', { name: escapeLine(name, 250), size: sizeWords(size, locale, say), state: standing }), ...findingLines(findings, say)].join('\n')
}

/** What was found in a file, masked, a line each; mrkdwn. */
export function findingLines(findings: readonly FileFinding[], say: Say, most = mostLines): string[] {
  const more = findings.length - most
  return [
    ...findings.slice(0, most).map(({ line, kind, excerpt }) =>
      `• ${say('files.finding', { line, kind: say(`filing.finding_${kind}`), excerpt: escapeLine(excerpt, 60).replaceAll('`', "'") })}`),
    ...(more > 0 ? [say('files.findings_more', { count: more })] : []),
  ]
}

const failures = { gone: true, login_page: true, not_slack: true, too_large: true, unreachable: true }

function failureWords(error: string | null, say: Say): string {
  const key: MessageKey = error !== null && Object.hasOwn(failures, error) ? `delivery.file_${error as keyof typeof failures}` : 'cases.attachment_failed_unknown'
  return say(key)
}

const buttonIds: Record<FileAction, string> = {
  get: actionIds.getFile, release: actionIds.releaseFile, withdraw: actionIds.withdrawFile, requestRemoval: actionIds.requestRemoval,
}

function accessory({ id, name, may }: AttachmentValue, say: Say): { accessory?: Button | Overflow } {
  const [only, ...others] = may
  if (only === undefined) return {}
  if (others.length === 0) return { accessory: fileButton(only, { id, name }, say) }
  const options = may.map((action): PlainTextOption => option(`${action}:${id}`, say(`files.${action}`)))
  return { accessory: { type: 'overflow', action_id: actionIds.fileMenu, options } }
}

/** One button for one thing to do with a file. */
export function fileButton(action: FileAction, { id, name }: Pick<AttachmentValue, 'id' | 'name'>, say: Say): Button {
  return button({
    text: say(`files.${action}`), label: say(`files.${action}_of`, { name }), actionId: buttonIds[action], value: id,
    ...(action === 'withdraw' && { confirm: withdrawConfirm(say) }),
  })
}
