/** The answers to a case's description questions, as texts of sections in mrkdwn. */
import type { CaseValue } from '../../../domain/cases/case-view.js'
import type { Say } from '../../../locales/words.js'
import { mark } from '../cut.js'
import { escapeCut, escapeLine, escapeText } from '../escape.js'
import { limits } from '../limits.js'

/** Of a view's 250 KB; in the widest letters three bytes each. */
const answersInModal = 50_000

/** Answers with their questions; what is beyond `room` characters is left out with a mark. */
export function answerTexts(kase: CaseValue, room: number, say: Say): string[] {
  const texts: string[] = []
  for (const { label, answer } of kase.answers) {
    const left = room - texts.join('').length
    if (left < 400) return [...texts, mark]
    texts.push(`*${headOf(label, say)}*\n${escapeCut(answer, Math.min(left - 310, 2600))}`)
  }
  return texts
}

const headOf = (label: string, say: Say): string => escapeLine(label || say('cases.message_continued'), 300)

/** Whole answers in as many sections as they need, `most` at most; only a case longer than a view ends with a mark. */
export function wholeAnswers(kase: CaseValue, most: number, say: Say): string[] {
  const texts = kase.answers.flatMap(({ label, answer }) => inSections(`*${headOf(label, say)}*\n`, answer))
  const fitting: string[] = []
  for (const text of texts.slice(0, most)) {
    if (fitting.join('').length + text.length > answersInModal) break
    fitting.push(text)
  }
  return fitting.length < texts.length ? [...fitting, mark] : fitting
}

/** People's text behind a head, escaped and cut only between characters: nothing of it is lost. */
function inSections(head: string, text: string): string[] {
  const texts: string[] = []
  let current = head
  for (const character of text) {
    const next = escapeText(character)
    if (current.length + next.length > limits.section) {
      texts.push(current)
      current = ''
    }
    current += next
  }
  return [...texts, current]
}
