import type { ModalView } from '@slack/types'
import { longestMessage } from '../../../domain/cases/case-texts.js'
import type { FileFinding } from '../../../domain/cases/attachment.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import { context, plain, section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { textInput } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { formInput } from '../portal/form-input.js'
import { findingLines } from './file-blocks.js'

export interface ShownFileForm {
  name: string
  number: number
  findings: readonly FileFinding[]
}

/** Findings that are told one by one. */
const mostFound = 20

/** Asks why a file in which something was found is handed out all the same (CASE-2). `kept`: `private_metadata`. */
export function releaseForm(file: ShownFileForm, kept: string, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return fileForm({ title: 'files.release_title', callbackId: callbackIds.releaseFile, kept, say }, [
    section([say('files.release_intro', named(file)), ...findingLines(file.findings, say, mostFound)].join('\n')),
    context(say('files.release_note')),
  ])
}

/** Asks why the desk is to take a file from its case (CASE-4). */
export function removalForm(file: ShownFileForm, kept: string, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return fileForm({ title: 'files.removal_title', callbackId: callbackIds.requestRemoval, kept, say }, [section(say('files.removal_intro', named(file)))])
}

const named = ({ name, number }: ShownFileForm): { name: string; number: string } => ({ name: escapeLine(name, 250), number: String(number) })

function fileForm({ title, callbackId, kept, say }: { title: MessageKey; callbackId: string; kept: string; say: Say }, blocks: ModalView['blocks']): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: kept,
    title: plain(say(title), limits.viewTitle),
    submit: plain(say('filing.submit'), limits.viewTitle),
    close: plain(say('filing.close'), limits.viewTitle),
    blocks: [...blocks, formInput('reason', textInput({ actionId: actionIds.reason, maxLength: longestMessage, multiline: true }), say)],
  }
}
