/** A complete filing, read as the case it becomes. */
import type { AccountActor } from '../../domain/actor.js'
import { messageQuestion } from '../../domain/cases/case.js'
import type { CaseAnswer } from '../../domain/cases/case.js'
import type { DraftFile, DraftValues } from '../../domain/cases/draft.js'
import type { Question } from '../../domain/cases/filing-form.js'
import { inLanguage } from '../../domain/in-language.js'
import { findPersonalData } from '../../domain/personal-data.js'
import type { Product } from '../../domain/products.js'
import { parseShareAddresses } from '../../domain/cases/share-addresses.js'
import type { NewCase } from '../../store/cases/cases.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import { confirmFindings } from '../confirm-findings.js'
import type { Confirmation, Confirmed } from '../confirm-findings.js'
import { restInPieces } from './draft-values.js'
import type { Leaf } from './filing-facts.js'

/** A filing that `filingProblems` has nothing against, with the rows it names. */
export interface CompleteFiling {
  values: DraftValues
  customer: CustomerRow
  product: Product
  category: Leaf
}

export interface FiledValues extends Pick<NewCase, 'productId' | 'categoryId' | 'title' | 'answers' | 'severity' | 'language' | 'timeZone'> {
  customer: CustomerRow
  files: DraftFile[]
  shares: string[]
  /** Personal data that stays in it, and why. */
  confirmed: Confirmed | null
}

/**
 * Throws `Refused` `personal_data` when something personal stands in title, answers or file names, until the very same
 * findings are confirmed with a reason (CASE-2). Addresses to share with are there to be addresses.
 */
export function readFiling({ values, customer, product, category }: CompleteFiling, actor: AccountActor, confirmation?: Confirmation): FiledValues {
  const { severity, language, timeZone } = values
  if (!severity || !language || !timeZone) throw new Error('a filing without problems has a severity, a language and a time zone')
  const title = (values.title ?? '').trim()
  const answers = [...answersTo(category.questions, values, [language, actor.locale]), ...restOfMessage(category.questions, values)]
  const files = [...new Map((values.files ?? []).filter((file) => file.chosen).map((file) => [file.slackFileId, file])).values()]
  const findings = [
    ...findPersonalData(title, 'title'),
    ...answers.flatMap(({ questionId, answer }) => findPersonalData(answer, `question:${questionId}`)),
    ...files.flatMap((file) => findPersonalData(file.name, 'attachments')),
  ]
  return {
    customer, productId: product.id, categoryId: category.id, title, answers, severity, language, timeZone, files,
    shares: parseShareAddresses(values.shareWith ?? '').addresses,
    confirmed: confirmFindings(findings, confirmation),
  }
}

/** The questions as they were asked, with their answers: in the case's language where it is written in it, else the filer's. */
function answersTo(questions: readonly Question[], { answers = {} }: DraftValues, languages: readonly string[]): CaseAnswer[] {
  return questions.flatMap((question) => {
    const given = answers[question.id]?.trim() ?? ''
    if (given === '') return []
    const choice = question.kind === 'CHOICE' ? question.choices.find((each) => each.id === given) : undefined
    return [{ questionId: question.id, label: inLanguage(question.label, ...languages), answer: choice ? inLanguage(choice.label, ...languages) : given }]
  })
}

/** What of the message it was made from did not fit into the first long answer. */
function restOfMessage(questions: readonly Question[], { messageText }: DraftValues): CaseAnswer[] {
  if (messageText === undefined) return []
  const long = questions.find((question) => question.kind === 'LONG_TEXT')
  return restInPieces(messageText, long?.maxLength ?? 0).map((answer) => ({ questionId: messageQuestion, label: '', answer }))
}
