export const targets = {
  'targets.due': '回答期限(目標): {at}',
  'targets.was_due': '回答期限(目標: {at})を過ぎています。',
  'targets.paused': '回答期限のカウントは停止中です。目標まで残り{left}。',
  'targets.met': '期限内に回答済み({at})',
  'targets.met_late': '期限後に回答済み({at})',
  'targets.hours': '{hours, number} 時間',
  'targets.minutes': '{minutes, number} 分',
  'targets.hours_minutes': '{hours, number} 時間 {minutes, number} 分',
}
