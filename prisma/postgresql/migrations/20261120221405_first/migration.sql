-- CreateEnum
CREATE TYPE "QuestionKind" AS ENUM ('SHORT_TEXT', 'LONG_TEXT', 'CHOICE');

-- CreateEnum
CREATE TYPE "CaseKind" AS ENUM ('DELEGATED', 'DIRECT');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('PENDING_APPROVAL', 'NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED', 'CLOSED');

-- CreateEnum
CREATE TYPE "Severity" AS ENUM ('P1', 'P2', 'P3', 'P4');

-- CreateEnum
CREATE TYPE "EscalationReason" AS ENUM ('RESOLUTION_TIME', 'TECHNICAL_EXPERTISE', 'BUSINESS_IMPACT');

-- CreateEnum
CREATE TYPE "CaseEventKind" AS ENUM ('FILED', 'REPLY', 'DESK_REPLY', 'NOTE', 'SEVERITY', 'STATE', 'OWNER', 'ATTACHMENT', 'SHARE', 'ESCALATED', 'CLOSED', 'REOPENED', 'LINKED', 'PORTAL_NUMBER', 'PARTNER', 'TRANSFER');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('CASE', 'ORGANIZATION');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('OPEN', 'SUBMITTED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "AttachmentState" AS ENUM ('CHECKING', 'HELD', 'RELEASED', 'NOT_SEARCHED', 'WITHDRAWN', 'FAILED');

-- CreateEnum
CREATE TYPE "SupportTier" AS ENUM ('STANDARD', 'ENHANCED', 'PREMIUM');

-- CreateEnum
CREATE TYPE "Portal" AS ENUM ('SUPPORT_CENTER', 'CUSTOMER_CARE_PORTAL');

-- CreateEnum
CREATE TYPE "SubscriptionStatus" AS ENUM ('ACTIVE', 'SUSPENDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "Seller" AS ENUM ('RESELLER', 'GOOGLE');

-- CreateEnum
CREATE TYPE "AccessChange" AS ENUM ('SWITCH_ON', 'SWITCH_OFF', 'CONSENT', 'CONSENT_WITHDRAWN', 'GRANT', 'GRANT_CONFIRMED', 'GRANT_WITHDRAWN');

-- CreateEnum
CREATE TYPE "AccessBasis" AS ENUM ('CUSTOMER_ADMIN', 'MANAGER', 'MANAGER_RECORD', 'AGENT', 'IMPORT', 'SYSTEM');

-- CreateEnum
CREATE TYPE "PartnerState" AS ENUM ('PENDING', 'ACTIVE', 'DECLINED', 'REMOVED');

-- CreateEnum
CREATE TYPE "OrganizationKind" AS ENUM ('RESELLER', 'CUSTOMER', 'VENDOR');

-- CreateEnum
CREATE TYPE "Desk" AS ENUM ('BUILT_IN', 'PORTAL');

-- CreateEnum
CREATE TYPE "AccountStatus" AS ENUM ('ACTIVE', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "RoleKind" AS ENUM ('PREBUILT', 'LEGACY', 'CUSTOM');

-- CreateEnum
CREATE TYPE "ApprovalKind" AS ENUM ('ACCESS_REQUEST', 'CONSENT', 'RECORDED_GRANT', 'PARTNER_VERIFICATION', 'PARTNER_ASSIGNMENT', 'P1_FILING', 'ESCALATION', 'EXTRA_LICENCES', 'ATTACHMENT_REMOVAL');

-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('PENDING', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('PENDING', 'DONE', 'GIVEN_UP', 'DROPPED');

-- CreateTable
CREATE TABLE "Category" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "parentId" TEXT,
    "names" JSONB NOT NULL,
    "keywords" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CategoryQuestion" (
    "id" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "QuestionKind" NOT NULL,
    "labels" JSONB NOT NULL,
    "hints" JSONB,
    "choices" JSONB,
    "required" BOOLEAN NOT NULL DEFAULT true,
    "maxLength" INTEGER NOT NULL DEFAULT 3000,

    CONSTRAINT "CategoryQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "number" SERIAL NOT NULL,
    "kind" "CaseKind" NOT NULL,
    "customerId" INTEGER NOT NULL,
    "filedByOrgId" TEXT NOT NULL,
    "filedById" TEXT,
    "filedByName" TEXT NOT NULL,
    "managedAtFilingId" TEXT,
    "ownerId" TEXT,
    "productId" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "severity" "Severity" NOT NULL,
    "language" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "state" "CaseState" NOT NULL,
    "escalatedAt" TIMESTAMP(3),
    "escalationReason" "EscalationReason",
    "portalNumber" TEXT,
    "relatedCaseNumber" INTEGER,
    "filedAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "slackTeamId" TEXT NOT NULL,
    "slackUserId" TEXT NOT NULL,
    "customerId" INTEGER,
    "values" JSONB NOT NULL,
    "origin" JSONB NOT NULL,
    "state" "DraftState" NOT NULL DEFAULT 'OPEN',
    "caseNumber" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseEvent" (
    "id" SERIAL NOT NULL,
    "caseNumber" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" "CaseEventKind" NOT NULL,
    "audience" "Audience" NOT NULL DEFAULT 'CASE',
    "authorId" TEXT,
    "authorName" TEXT NOT NULL,
    "authorOrgId" TEXT,
    "text" TEXT,
    "data" JSONB,

    CONSTRAINT "CaseEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL,
    "caseNumber" INTEGER NOT NULL,
    "slackFileId" TEXT,
    "sourceUrl" TEXT,
    "name" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT,
    "state" "AttachmentState" NOT NULL DEFAULT 'CHECKING',
    "error" TEXT,
    "addedById" TEXT,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "confirmation" TEXT,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseShare" (
    "caseNumber" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,
    "addedBy" TEXT,

    CONSTRAINT "CaseShare_pkey" PRIMARY KEY ("caseNumber","email")
);

-- CreateTable
CREATE TABLE "CaseCard" (
    "caseNumber" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "shownVersion" INTEGER NOT NULL,

    CONSTRAINT "CaseCard_pkey" PRIMARY KEY ("caseNumber","channel")
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" SERIAL NOT NULL,
    "organizationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "externalId" TEXT,
    "address" JSONB,
    "contactName" TEXT,
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "supportTier" "SupportTier" NOT NULL,
    "language" TEXT,
    "timeZone" TEXT,
    "portal" "Portal" NOT NULL DEFAULT 'CUSTOMER_CARE_PORTAL',
    "resellerId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerAssignment" (
    "id" TEXT NOT NULL,
    "customerId" INTEGER NOT NULL,
    "resellerId" TEXT NOT NULL,
    "from" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3),

    CONSTRAINT "CustomerAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "elsewhere" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL,
    "externalId" TEXT,
    "customerId" INTEGER NOT NULL,
    "productId" TEXT NOT NULL,
    "skuId" TEXT NOT NULL,
    "skuName" TEXT NOT NULL,
    "planName" TEXT,
    "seats" INTEGER,
    "seller" "Seller" NOT NULL,
    "status" "SubscriptionStatus" NOT NULL DEFAULT 'ACTIVE',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessEntry" (
    "id" SERIAL NOT NULL,
    "customerId" INTEGER NOT NULL,
    "resellerId" TEXT NOT NULL,
    "change" "AccessChange" NOT NULL,
    "subscriptionId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "effectiveAt" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "basis" "AccessBasis" NOT NULL,
    "evidence" TEXT,
    "approvalId" TEXT,

    CONSTRAINT "AccessEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PartnerRelation" (
    "id" TEXT NOT NULL,
    "customerId" INTEGER NOT NULL,
    "partnerId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "state" "PartnerState" NOT NULL,
    "portal" "Portal" NOT NULL,
    "verifierId" TEXT,
    "assignedBy" TEXT,
    "assignedAt" TIMESTAMP(3) NOT NULL,
    "activatedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PartnerRelation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" TEXT NOT NULL,
    "kind" "OrganizationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "primaryDomain" TEXT NOT NULL,
    "supportOnly" BOOLEAN NOT NULL DEFAULT false,
    "address" JSONB,
    "language" TEXT NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganizationDomain" (
    "domain" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "isPrimary" BOOLEAN NOT NULL,

    CONSTRAINT "OrganizationDomain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "OrganizationalUnit" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "automaticLicensing" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "OrganizationalUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResellerPolicy" (
    "organizationId" TEXT NOT NULL,
    "desk" "Desk" NOT NULL DEFAULT 'BUILT_IN',
    "updatesChannel" TEXT,
    "approvalChannel" TEXT,
    "p1NeedsApproval" BOOLEAN NOT NULL DEFAULT false,
    "escalationNeedsApproval" BOOLEAN NOT NULL DEFAULT false,
    "remindAfterHours" INTEGER NOT NULL DEFAULT 4,
    "expireAfterHours" INTEGER NOT NULL DEFAULT 72,
    "reopenWindowDays" INTEGER NOT NULL DEFAULT 30,

    CONSTRAINT "ResellerPolicy_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT,
    "name" TEXT NOT NULL,
    "kind" "RoleKind" NOT NULL,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RolePrivilege" (
    "roleId" TEXT NOT NULL,
    "privilege" TEXT NOT NULL,

    CONSTRAINT "RolePrivilege_pkey" PRIMARY KEY ("roleId","privilege")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "personEmail" TEXT NOT NULL,
    "locale" TEXT,
    "timeZone" TEXT,
    "status" "AccountStatus" NOT NULL DEFAULT 'ACTIVE',
    "unitId" TEXT,
    "alertEmail" TEXT,
    "slackTeamId" TEXT,
    "slackUserId" TEXT,
    "tiedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountRole" (
    "accountId" TEXT NOT NULL,
    "roleId" TEXT NOT NULL,
    "grantedAt" TIMESTAMP(3) NOT NULL,
    "grantedBy" TEXT,

    CONSTRAINT "AccountRole_pkey" PRIMARY KEY ("accountId","roleId")
);

-- CreateTable
CREATE TABLE "LicencePool" (
    "organizationId" TEXT NOT NULL,
    "ordered" BOOLEAN NOT NULL DEFAULT false,
    "total" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LicencePool_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "LicenceAssignment" (
    "accountId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "assignedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LicenceAssignment_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "SlackUser" (
    "teamId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "isBot" BOOLEAN NOT NULL DEFAULT false,
    "isDeleted" BOOLEAN NOT NULL DEFAULT false,
    "isGuest" BOOLEAN NOT NULL DEFAULT false,
    "isStranger" BOOLEAN NOT NULL DEFAULT false,
    "fetchedAt" TIMESTAMP(3) NOT NULL,
    "signedInAccountId" TEXT,

    CONSTRAINT "SlackUser_pkey" PRIMARY KEY ("teamId","userId")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" TEXT NOT NULL,
    "kind" "ApprovalKind" NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'PENDING',
    "organizationId" TEXT NOT NULL,
    "requesterId" TEXT NOT NULL,
    "customerId" INTEGER,
    "caseNumber" INTEGER,
    "subscriptionId" TEXT,
    "relationId" TEXT,
    "payload" JSONB NOT NULL,
    "comment" TEXT,
    "closedBecause" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "remindAt" TIMESTAMP(3),
    "remindedAt" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalDecider" (
    "approvalId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "ApprovalDecider_pkey" PRIMARY KEY ("approvalId","accountId")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" SERIAL NOT NULL,
    "uid" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "state" "OutboxState" NOT NULL DEFAULT 'PENDING',
    "runAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMP(3),
    "leaseOwner" TEXT,
    "unknown" BOOLEAN NOT NULL DEFAULT false,
    "lastError" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "organizationId" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "origin" JSONB,

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandledDelivery" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HandledDelivery_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Category_productId_parentId_idx" ON "Category"("productId", "parentId");

-- CreateIndex
CREATE INDEX "Category_parentId_idx" ON "Category"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "CategoryQuestion_categoryId_position_key" ON "CategoryQuestion"("categoryId", "position");

-- CreateIndex
CREATE INDEX "Case_managedAtFilingId_updatedAt_number_idx" ON "Case"("managedAtFilingId", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_customerId_updatedAt_number_idx" ON "Case"("customerId", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_filedByOrgId_updatedAt_number_idx" ON "Case"("filedByOrgId", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_ownerId_updatedAt_number_idx" ON "Case"("ownerId", "updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_updatedAt_number_idx" ON "Case"("updatedAt", "number");

-- CreateIndex
CREATE INDEX "Case_portalNumber_idx" ON "Case"("portalNumber");

-- CreateIndex
CREATE INDEX "Case_relatedCaseNumber_idx" ON "Case"("relatedCaseNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_caseNumber_key" ON "Draft"("caseNumber");

-- CreateIndex
CREATE INDEX "Draft_accountId_state_updatedAt_idx" ON "Draft"("accountId", "state", "updatedAt");

-- CreateIndex
CREATE INDEX "Draft_customerId_idx" ON "Draft"("customerId");

-- CreateIndex
CREATE INDEX "CaseEvent_caseNumber_id_idx" ON "CaseEvent"("caseNumber", "id");

-- CreateIndex
CREATE INDEX "CaseEvent_authorId_idx" ON "CaseEvent"("authorId");

-- CreateIndex
CREATE INDEX "CaseEvent_authorOrgId_idx" ON "CaseEvent"("authorOrgId");

-- CreateIndex
CREATE INDEX "Attachment_addedById_idx" ON "Attachment"("addedById");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_caseNumber_slackFileId_key" ON "Attachment"("caseNumber", "slackFileId");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_organizationId_key" ON "Customer"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_domain_key" ON "Customer"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_externalId_key" ON "Customer"("externalId");

-- CreateIndex
CREATE INDEX "Customer_resellerId_domain_idx" ON "Customer"("resellerId", "domain");

-- CreateIndex
CREATE INDEX "Customer_resellerId_name_id_idx" ON "Customer"("resellerId", "name", "id");

-- CreateIndex
CREATE INDEX "CustomerAssignment_customerId_from_idx" ON "CustomerAssignment"("customerId", "from");

-- CreateIndex
CREATE INDEX "CustomerAssignment_resellerId_idx" ON "CustomerAssignment"("resellerId");

-- CreateIndex
CREATE INDEX "Subscription_productId_idx" ON "Subscription"("productId");

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_customerId_skuId_seller_key" ON "Subscription"("customerId", "skuId", "seller");

-- CreateIndex
CREATE INDEX "AccessEntry_customerId_resellerId_id_idx" ON "AccessEntry"("customerId", "resellerId", "id");

-- CreateIndex
CREATE INDEX "AccessEntry_subscriptionId_idx" ON "AccessEntry"("subscriptionId");

-- CreateIndex
CREATE INDEX "PartnerRelation_customerId_productId_idx" ON "PartnerRelation"("customerId", "productId");

-- CreateIndex
CREATE INDEX "PartnerRelation_partnerId_state_idx" ON "PartnerRelation"("partnerId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_primaryDomain_key" ON "Organization"("primaryDomain");

-- CreateIndex
CREATE INDEX "OrganizationDomain_organizationId_idx" ON "OrganizationDomain"("organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "OrganizationalUnit_organizationId_path_key" ON "OrganizationalUnit"("organizationId", "path");

-- CreateIndex
CREATE UNIQUE INDEX "Role_organizationId_name_key" ON "Role"("organizationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Account_organizationId_idx" ON "Account"("organizationId");

-- CreateIndex
CREATE INDEX "Account_personEmail_idx" ON "Account"("personEmail");

-- CreateIndex
CREATE INDEX "Account_slackTeamId_slackUserId_idx" ON "Account"("slackTeamId", "slackUserId");

-- CreateIndex
CREATE INDEX "AccountRole_roleId_idx" ON "AccountRole"("roleId");

-- CreateIndex
CREATE INDEX "LicenceAssignment_organizationId_idx" ON "LicenceAssignment"("organizationId");

-- CreateIndex
CREATE INDEX "SlackUser_signedInAccountId_idx" ON "SlackUser"("signedInAccountId");

-- CreateIndex
CREATE INDEX "Approval_organizationId_state_createdAt_idx" ON "Approval"("organizationId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "Approval_requesterId_state_idx" ON "Approval"("requesterId", "state");

-- CreateIndex
CREATE INDEX "Approval_decidedById_idx" ON "Approval"("decidedById");

-- CreateIndex
CREATE INDEX "Approval_customerId_idx" ON "Approval"("customerId");

-- CreateIndex
CREATE INDEX "Approval_caseNumber_idx" ON "Approval"("caseNumber");

-- CreateIndex
CREATE INDEX "Approval_subscriptionId_idx" ON "Approval"("subscriptionId");

-- CreateIndex
CREATE INDEX "Approval_relationId_idx" ON "Approval"("relationId");

-- CreateIndex
CREATE INDEX "Approval_state_expiresAt_idx" ON "Approval"("state", "expiresAt");

-- CreateIndex
CREATE INDEX "ApprovalDecider_accountId_idx" ON "ApprovalDecider"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_uid_key" ON "Outbox"("uid");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_dedupeKey_key" ON "Outbox"("dedupeKey");

-- CreateIndex
CREATE INDEX "Outbox_state_runAt_idx" ON "Outbox"("state", "runAt");

-- CreateIndex
CREATE INDEX "Outbox_lane_state_id_idx" ON "Outbox"("lane", "state", "id");

-- CreateIndex
CREATE INDEX "Audit_subjectType_subjectId_idx" ON "Audit"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "Audit_organizationId_at_idx" ON "Audit"("organizationId", "at");

-- CreateIndex
CREATE INDEX "HandledDelivery_at_idx" ON "HandledDelivery"("at");

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CategoryQuestion" ADD CONSTRAINT "CategoryQuestion_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_filedByOrgId_fkey" FOREIGN KEY ("filedByOrgId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_filedById_fkey" FOREIGN KEY ("filedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_managedAtFilingId_fkey" FOREIGN KEY ("managedAtFilingId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_relatedCaseNumber_fkey" FOREIGN KEY ("relatedCaseNumber") REFERENCES "Case"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_authorOrgId_fkey" FOREIGN KEY ("authorOrgId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseShare" ADD CONSTRAINT "CaseShare_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseCard" ADD CONSTRAINT "CaseCard_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_resellerId_fkey" FOREIGN KEY ("resellerId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerAssignment" ADD CONSTRAINT "CustomerAssignment_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerAssignment" ADD CONSTRAINT "CustomerAssignment_resellerId_fkey" FOREIGN KEY ("resellerId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessEntry" ADD CONSTRAINT "AccessEntry_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessEntry" ADD CONSTRAINT "AccessEntry_resellerId_fkey" FOREIGN KEY ("resellerId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessEntry" ADD CONSTRAINT "AccessEntry_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessEntry" ADD CONSTRAINT "AccessEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnerRelation" ADD CONSTRAINT "PartnerRelation_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnerRelation" ADD CONSTRAINT "PartnerRelation_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnerRelation" ADD CONSTRAINT "PartnerRelation_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnerRelation" ADD CONSTRAINT "PartnerRelation_verifierId_fkey" FOREIGN KEY ("verifierId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationDomain" ADD CONSTRAINT "OrganizationDomain_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationalUnit" ADD CONSTRAINT "OrganizationalUnit_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResellerPolicy" ADD CONSTRAINT "ResellerPolicy_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RolePrivilege" ADD CONSTRAINT "RolePrivilege_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrganizationalUnit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountRole" ADD CONSTRAINT "AccountRole_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountRole" ADD CONSTRAINT "AccountRole_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicencePool" ADD CONSTRAINT "LicencePool_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenceAssignment" ADD CONSTRAINT "LicenceAssignment_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlackUser" ADD CONSTRAINT "SlackUser_signedInAccountId_fkey" FOREIGN KEY ("signedInAccountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_requesterId_fkey" FOREIGN KEY ("requesterId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "PartnerRelation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalDecider" ADD CONSTRAINT "ApprovalDecider_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalDecider" ADD CONSTRAINT "ApprovalDecider_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: people's case numbers begin at 1001.
ALTER SEQUENCE "Case_number_seq" RESTART WITH 1001;

-- By hand: keyword search. Rows are written by store/search-index.ts with the tokens of domain/search-tokens.ts.
CREATE TABLE "case_fts" ("number" INTEGER NOT NULL PRIMARY KEY, "toks" TSVECTOR NOT NULL);
CREATE INDEX "case_fts_toks_idx" ON "case_fts" USING GIN ("toks");
CREATE TABLE "customer_fts" ("id" INTEGER NOT NULL PRIMARY KEY, "toks" TSVECTOR NOT NULL);
CREATE INDEX "customer_fts_toks_idx" ON "customer_fts" USING GIN ("toks");
