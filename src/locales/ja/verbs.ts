export const verbs = {
  'verbs.label_message': 'メッセージ',
  'verbs.label_severity': '重大度',
  'verbs.label_owner': '担当者',
  'verbs.label_attachments': '添付ファイル',
  'verbs.label_share_with': '共有先',
  'verbs.label_escalation_reason': '理由',
  'verbs.label_justification': '理由の説明',
  'verbs.label_state': '新しいステータス',
  'verbs.label_portal_number': 'ポータルのケース番号',
  'verbs.problem_unchanged': 'すでにその内容です。別のものを選択するか、フォームを閉じてください。',
}
