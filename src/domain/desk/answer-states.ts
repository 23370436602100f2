/** What an answer of the desk makes of a case: it is answered, asked something of the team, or a solution is proposed. */
export const answerStates = ['IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'] as const
export type AnswerState = (typeof answerStates)[number]

/** The same of a desk whose answers are recorded here by hand; it may have closed the case with it (CASE-9). */
export const recordedStates = [...answerStates, 'CLOSED'] as const
export type RecordedState = (typeof recordedStates)[number]
