export const verbs = {
  'verbs.label_message': 'Message',
  'verbs.label_severity': 'Severity',
  'verbs.label_owner': 'Owner',
  'verbs.label_attachments': 'Attachments',
  'verbs.label_share_with': 'Share with',
  'verbs.label_escalation_reason': 'Reason',
  'verbs.label_justification': 'Justification',
  'verbs.label_state': 'New state',
  'verbs.label_portal_number': 'Portal number',
  'verbs.problem_unchanged': 'This is so already. Choose something else, or close the form.',
} as const
