export const delivery = {
  'delivery.file_gone': 'Slack does not have the file any more',
  'delivery.file_login_page': 'Slack answered a login page: the bot may not read the file (scope files:read)',
  'delivery.file_not_slack': 'its address is not one of Slack’s file hosts',
  'delivery.file_too_large': 'it is larger than allowed',
  'delivery.file_unreachable': 'Slack’s file host did not answer',
  'delivery.share_filed': 'Filed',
  'delivery.share_filed_value': '{at}, by {name}',
  'delivery.share_intro': '{name} shares support case {number} with you.',
  'delivery.share_number': 'Case',
  'delivery.share_outro': 'You get this email because {name} entered your address at “Share with”. Nobody reads answers to it: please write to {name} directly.',
  'delivery.share_subject': 'Case {number}: {title}',
  'delivery.share_title': 'Title',
} as const
