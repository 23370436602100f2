import type { FormProblem } from '../form-problem.js'
import type { Decision } from './approval.js'

/** In UTF-16 units, as Slack counts its inputs. */
export const longestComment = 3000

/** What is wrong with a decision form; `comment` is trimmed. To decline needs a comment (APPROVAL-3). */
export function decisionProblems(decision: Decision | null, comment: string): FormProblem[] {
  return [
    ...(decision === null ? [{ field: 'decision', problem: 'required' } as const] : []),
    ...(decision === 'DECLINE' && comment === '' ? [{ field: 'comment', problem: 'required' } as const] : []),
    ...(comment.length > longestComment ? [{ field: 'comment', problem: 'too_long', max: longestComment, length: comment.length } as const] : []),
  ]
}
