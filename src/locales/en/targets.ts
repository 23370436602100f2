export const targets = {
  'targets.due': 'Answer due {at} (target).',
  'targets.was_due': 'Answer was due {at} (target).',
  'targets.paused': 'The clock of the answer stands still: {left} left of the target.',
  'targets.met': 'Answered in time, {at}.',
  'targets.met_late': 'Answered late, {at}.',
  'targets.hours': '{hours, number} h',
  'targets.minutes': '{minutes, number} min',
  'targets.hours_minutes': '{hours, number} h {minutes, number} min',
} as const
