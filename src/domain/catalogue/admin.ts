import { branch, leaf } from './node.js'
import type { CatalogueNode } from './node.js'
import { app, changed, device, domain, error, failure, link, provider, records, request, setting, source, trouble, what, when, who } from './questions.js'

const admin = branch('admin', 'Admin console', '管理コンソール', [
  branch('admin-sign-in', 'Signing in', 'ログイン', [
    leaf('admin-sign-in-locked', 'An administrator is locked out', '管理者がログインできない', 'lockout, recovery, lost admin, super admin, 締め出し, ロックアウト, 復旧, verrouillé, utelåst, 無法登入, 잠김', [what, domain, when, error]),
    leaf('admin-sign-in-users', 'Users cannot sign in', 'ユーザーがログインできない', 'password, login, captcha, disabled, suspended, パスワード, サインイン, connexion, logga in, 登入, 로그인', failure),
    leaf('admin-sign-in-2sv', '2-Step Verification', '2 段階認証プロセス', '2fa, mfa, 2sv, security key, passkey, authenticator, 二段階認証, パスキー, validation en deux étapes, tvåstegsverifiering, 兩步驟驗證, 2단계 인증', failure),
  ], 'login, サインイン'),
  branch('admin-users', 'Users and roles', 'ユーザーと役割', [
    leaf('admin-users-accounts', 'Create, rename, suspend and restore users', 'ユーザーの作成、変更、停止、復元', 'add user, delete, alias, conflict account, アカウント作成, 削除, 復元, 競合アカウント, utilisateur, användare, 使用者, 사용자', [what, who, error, when]),
    leaf('admin-users-roles', 'Admin roles and privileges', '管理者の役割と権限', 'role, delegate, privilege, 管理者権限, カスタムロール, rôle, behörighet, 角色, 역할', setting),
    leaf('admin-users-licences', 'Licences are not assigned', 'ライセンスの割り当て', 'license, auto licensing, assign, ライセンス, 自動割り当て, licence, licens, 授權, 라이선스', [what, who, error, when]),
    leaf('admin-users-directory', 'Directory, units and contacts', 'ディレクトリ、組織部門、連絡先', 'organizational unit, OU, contacts, profile, 組織部門, 連絡先, annuaire, katalog, 目錄, 디렉터리', setting),
  ]),
  branch('admin-reports', 'Reports and settings', 'レポートと設定', [
    leaf('admin-reports-logs', 'Reports and audit logs', 'レポートと監査ログ', 'audit, investigation tool, bigquery export, email log, 監査, 調査ツール, ログ検索, rapport, logg, 稽核, 감사 로그', [what, when, link, error]),
    leaf('admin-reports-services', 'Turning services on and off', 'サービスのオンとオフ', 'service status, app access, release track, サービス有効化, 反映されない, activer, tjänst, 服務, 서비스', setting),
  ]),
], 'admin, administrator, 管理者, administration, administratör, 管理控制台, 관리 콘솔')

const security = branch('security', 'Security', 'セキュリティ', [
  branch('security-identity', 'Single sign-on', 'シングル サインオン', [
    leaf('security-identity-saml', 'SSO with SAML or OIDC', 'SAML または OIDC による SSO', 'saml, sso, oidc, certificate, idp, 証明書, シングルサインオン, authentification unique, enkel inloggning, 單一登入, 통합 로그인', [what, provider, when, error]),
    leaf('security-identity-provisioning', 'Apps and user provisioning', 'アプリとユーザー プロビジョニング', 'scim, provisioning, marketplace app, プロビジョニング, 自動連携, approvisionnement, 佈建, 프로비저닝', [what, app, when, error]),
  ]),
  branch('security-alerts', 'Alerts and incidents', 'アラートとインシデント', [
    leaf('security-alerts-compromised', 'A compromised account', '不正アクセスされたアカウント', 'hacked, hijacked, suspicious login, leak, 乗っ取り, 不正ログイン, piraté, kapat, 遭入侵, 해킹', [what, when, who, changed]),
    leaf('security-alerts-center', 'Alert center and rules', 'アラート センターとルール', 'alert, notification, rule, 警告, アラート, alerte, varning, 警示, 알림', [what, when, link, changed]),
  ]),
  branch('security-access', 'Access control', 'アクセス制御', [
    leaf('security-access-api', 'API and third-party app access', 'API とサードパーティ アプリのアクセス', 'oauth, api control, blocked app, domain-wide delegation, service account, アクセスブロック, 連携アプリ, api, 第三方應用程式, 서드파티', [what, app, request, error]),
    leaf('security-access-context', 'Context-aware access', 'コンテキストアウェア アクセス', 'beyondcorp, access level, ip, device policy, アクセスレベル, IP制限, accès contextuel, 情境感知存取權, 컨텍스트 인식', setting),
  ]),
], 'sécurité, säkerhet, 安全性, 보안')

const domains = branch('domains', 'Domains', 'ドメイン', [
  branch('domains-setup', 'Set-up', '設定', [
    leaf('domains-setup-verification', 'Domain verification', 'ドメインの所有権の証明', 'verify, TXT, ownership, claimed domain, 所有権, 認証, validation du domaine, verifiera, 驗證網域, 도메인 확인', [what, domain, records, error]),
    leaf('domains-setup-mx', 'MX records and mail activation', 'MX レコードとメールの有効化', 'mx, dns, activate gmail, MXレコード, 切り替え, enregistrement mx, mx-post, MX 記錄, MX 레코드', [what, domain, records, when]),
    leaf('domains-setup-authentication', 'SPF, DKIM and DMARC', 'SPF、DKIM、DMARC', 'spf, dkim, dmarc, authentication, 送信ドメイン認証, 署名, authentification, autentisering, 驗證, 인증', [what, domain, records, when]),
    leaf('domains-setup-change', 'Secondary domains, aliases and renaming', 'セカンダリ ドメイン、エイリアス、変更', 'rename, primary domain, alias, secondary, ドメイン変更, エイリアス, changer, byta, 次要網域, 보조 도메인', [what, domain, when, error]),
  ]),
], 'dns, domaine, domän, 網域, 도메인')

const mobile = branch('mobile', 'Mobile and endpoints', 'モバイルとエンドポイント', [
  branch('mobile-management', 'Management', '管理', [
    leaf('mobile-management-enrol', 'Enrolment and policies', '登録とポリシー', 'mdm, android, ios, work profile, apple push certificate, 端末登録, 仕事用プロファイル, inscription, registrera, 裝置註冊, 기기 등록', [what, device, when, error]),
    leaf('mobile-management-sync', 'Mail, calendar and contacts on devices', '端末でのメール、予定、連絡先の同期', 'sync, activesync, iphone, 同期されない, スマホ, synchronisation, synka, 同步, 동기화', [what, device, who, error]),
    leaf('mobile-management-windows', 'Windows and endpoint verification', 'Windows とエンドポイントの確認', 'gcpw, credential provider, endpoint verification, ウィンドウズ, エンドポイント, 端點驗證, 엔드포인트', [what, device, changed, error]),
  ]),
], 'phone, tablet, device, スマートフォン, 端末, appareil, enhet, 行動裝置, 모바일')

const migration = branch('migration', 'Migration', '移行', [
  branch('migration-data', 'Data', 'データ', [
    leaf('migration-data-mail', 'Mail, calendar and contacts', 'メール、予定、連絡先の移行', 'exchange, imap, gwmme, data migration service, データ移行, メール移行, migration, flytta, 遷移, 이전', [what, source, when, error]),
    leaf('migration-data-files', 'Files and shared drives', 'ファイルと共有ドライブの移行', 'sharepoint, onedrive, migrate, file server, ファイル移行, fichiers, filer, 檔案遷移, 파일 이전', [what, source, when, error]),
    leaf('migration-data-takeout', 'Export and Takeout', 'データ エクスポート', 'takeout, data export, leave, エクスポート, 書き出し, exporter, exportera, 匯出, 내보내기', trouble),
  ]),
], 'migrate, import, 乗り換え')

export const administration: readonly CatalogueNode[] = [admin, security, domains, mobile, migration]
