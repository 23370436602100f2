export const desk = {
  'desk.problem_not_a_portal_number': 'Letters, digits and dashes only, as the portal shows it.',
} as const
