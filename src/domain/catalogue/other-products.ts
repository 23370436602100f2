import { branch, leaf } from './node.js'
import type { CatalogueNode } from './node.js'
import { app, changed, device, error, matter, number, provider, setting, steps, what, when, who } from './questions.js'

export const cloudIdentity: readonly CatalogueNode[] = [
  branch('identity-directory', 'Directory', 'ディレクトリ', [
    leaf('identity-directory-sync', 'Directory sync (GCDS)', 'ディレクトリ同期（GCDS）', 'gcds, ldap, active directory, sync, directory sync, 同期エラー, synchronisation, synkronisering, 目錄同步, 디렉터리 동기화', [what, provider, when, error]),
    leaf('identity-directory-users', 'Users, groups and licences', 'ユーザー、グループ、ライセンス', 'unmanaged account, transfer tool, free licences, 50 licences, 管理対象外, 無償ライセンス, comptes, konton, 未受管帳戶, 비관리 계정', [what, who, when, error]),
  ]),
  branch('identity-access', 'Access', 'アクセス', [
    leaf('identity-access-sso', 'Single sign-on and apps', 'シングル サインオンとアプリ', 'saml, sso, ldap, app, シングルサインオン, certificat, 單一登入, 통합 로그인', [what, provider, when, error]),
    leaf('identity-access-devices', 'Devices and endpoints', 'デバイスとエンドポイント', 'mdm, endpoint, windows, 端末管理, appareils, enheter, 裝置, 기기', [what, device, when, error]),
  ]),
]

export const voice: readonly CatalogueNode[] = [
  branch('voice-calls', 'Calls', '通話', [
    leaf('voice-calls-quality', 'Calls fail or sound bad', '通話の失敗と音質', 'call drop, audio, one way, 通話, 音質, appel, samtal, 通話品質, 통화', [what, number, when, who]),
    leaf('voice-calls-sms', 'Messages and voicemail', 'メッセージとボイスメール', 'sms, voicemail, transcript, 留守番電話, messagerie vocale, röstbrevlåda, 語音信箱, 음성사서함', [what, number, when, who]),
  ]),
  branch('voice-numbers', 'Numbers', '電話番号', [
    leaf('voice-numbers-porting', 'Porting numbers', '番号ポータビリティ', 'port in, port out, carrier, 番号移行, MNP, portabilité, nummerflytt, 攜碼, 번호이동', [what, number, when, error]),
    leaf('voice-numbers-assign', 'Assigning numbers, ring groups and locations', '番号の割り当て、リンググループ、所在地', 'assign, auto attendant, ring group, 割り当て, 自動応答, attribuer, tilldela, 指派號碼, 번호 할당', [what, number, changed, error]),
  ]),
]

export const vault: readonly CatalogueNode[] = [
  branch('vault-retention', 'Holds and retention', '記録保持', [
    leaf('vault-retention-holds', 'Holds', '記録保持（リティゲーション ホールド）', 'legal hold, litigation, hold, 訴訟ホールド, 証拠保全, conservation, bevarande, 保留, 보존 조치', [what, matter, when, error]),
    leaf('vault-retention-rules', 'Retention rules', '保持ルール', 'retention, delete, expire, 保持期間, 削除, règle de conservation, lagringsregel, 保留規則, 보관 규칙', setting),
  ]),
  branch('vault-search', 'Search and export', '検索と書き出し', [
    leaf('vault-search-results', 'Search results', '検索結果', 'ediscovery, search, missing, 検索, 見つからない, recherche, sökning, 搜尋, 검색', [what, matter, who, steps]),
    leaf('vault-search-export', 'Exports', '書き出し', 'export, pst, mbox, download, エクスポート, ダウンロード, exportation, export, 匯出, 내보내기', [what, matter, when, error]),
  ]),
]

export const chrome: readonly CatalogueNode[] = [
  branch('chrome-browser', 'Browser', 'ブラウザ', [
    leaf('chrome-browser-policies', 'Browser policies and profiles', 'ブラウザのポリシーとプロファイル', 'policy, managed browser, cloud management, enrolment token, ポリシー, 管理対象ブラウザ, règle, policy, 政策, 정책', setting),
    leaf('chrome-browser-extensions', 'Extensions and apps', '拡張機能とアプリ', 'extension, web store, force install, 拡張機能, 強制インストール, extension, tillägg, 擴充功能, 확장 프로그램', [what, app, who, error]),
  ]),
  branch('chrome-devices', 'ChromeOS devices', 'ChromeOS デバイス', [
    leaf('chrome-devices-enrolment', 'Enrolment and upgrades', '登録とアップグレード', 'chromebook, zero touch, enrollment, licence, 端末登録, ゼロタッチ, inscription, registrering, 註冊, 등록', [what, device, when, error]),
    leaf('chrome-devices-policies', 'Device policies, kiosk and printing', 'デバイス ポリシー、キオスク、印刷', 'kiosk, managed guest, printer, wifi, 印刷, キオスク, ネットワーク, impression, skrivare, 列印, 인쇄', [what, device, changed, error]),
  ]),
]

export const appsheet: readonly CatalogueNode[] = [
  branch('appsheet-apps', 'Apps', 'アプリ', [
    leaf('appsheet-apps-errors', 'Errors and performance', 'エラーとパフォーマンス', 'slow, error, sync failed, 遅い, 同期エラー, lent, långsam, 錯誤, 오류', [what, app, who, error]),
    leaf('appsheet-apps-data', 'Data sources and automation', 'データソースと自動化', 'bot, automation, database, sheets, 自動化, データベース, automatisation, automatisering, 資料來源, 자동화', [what, app, steps, error]),
    leaf('appsheet-apps-access', 'Sharing, governance and licences', '共有、ガバナンス、ライセンス', 'policy, share, license, ポリシー, ライセンス, 共有, partage, dela, 共用, 공유', [what, app, who, error]),
  ]),
]
