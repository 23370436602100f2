export const desk = {
  'desk.problem_not_a_portal_number': 'ポータルに表示されているとおり、半角の英数字とハイフンで入力してください。',
} as const
