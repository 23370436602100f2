import type { InputBlock } from '@slack/types'
import type { Question } from '../../../domain/cases/filing-form.js'
import { option, plain } from '../blocks.js'
import { cut } from '../cut.js'
import { isLocked } from './filing-access.js'
import { questionBlockId } from './filing-block-ids.js'
import type { Blocks, FilingPart } from './filing-look.js'
import { actionIds } from '../ids.js'
import { input, textInput } from './input-block.js'
import { limits } from '../limits.js'
import { localized } from '../localized.js'

/** Answers of 3000 wide letters each fill a view's 250 KB from here on; the catalogue asks far less. */
const mostQuestions = 16

/** The category's own description questions; their block ids hold the category, so that only they reset with it. */
export function questionsPart(part: FilingPart): Blocks {
  const { form } = part
  if (!form.category || isLocked(part)) return []
  const categoryId = form.category.id
  return form.category.questions.slice(0, mostQuestions).map((question) => questionInput(part, categoryId, question))
}

function questionInput(part: FilingPart, categoryId: string, question: Question): InputBlock {
  const { locale } = part.look.reader
  return input({
    blockId: questionBlockId(categoryId, question.id, part.form.draftId),
    label: cut(localized(question.label, locale), 300),
    optional: !question.required,
    dispatch: true,
    ...(question.hint ? { hint: cut(localized(question.hint, locale), 300) } : {}),
    element: answerElement(part, question),
  })
}

function answerElement({ form, look, say }: FilingPart, question: Question): InputBlock['element'] {
  const answer = form.values.answers?.[question.id]
  if (question.kind !== 'CHOICE') {
    return textInput({ actionId: actionIds.answer, value: answer, maxLength: question.maxLength, multiline: question.kind === 'LONG_TEXT' })
  }
  const options = question.choices.slice(0, limits.options).map((choice) => option(choice.id, localized(choice.label, look.reader.locale)))
  const chosen = options.find((each) => each.value === answer)
  return {
    type: 'static_select',
    action_id: actionIds.answer,
    placeholder: plain(say('filing.choice_placeholder'), limits.placeholder),
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  }
}
