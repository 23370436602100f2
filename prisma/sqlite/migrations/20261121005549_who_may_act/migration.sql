-- AlterTable
ALTER TABLE "ApprovalDecider" ADD COLUMN "handedOnAt" DATETIME;
ALTER TABLE "ApprovalDecider" ADD COLUMN "handedOnToId" TEXT;

-- AlterTable
ALTER TABLE "Audit" ADD COLUMN "sealId" INTEGER;

-- CreateTable
CREATE TABLE "ApprovalMessage" (
    "approvalId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "shownVersion" INTEGER NOT NULL,

    PRIMARY KEY ("approvalId", "place"),
    CONSTRAINT "ApprovalMessage_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "sealedAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "personEmail" TEXT NOT NULL,
    "locale" TEXT,
    "timeZone" TEXT,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "unitId" TEXT,
    "alertEmail" TEXT,
    "slackTeamId" TEXT,
    "slackUserId" TEXT,
    "tiedAt" DATETIME,
    "welcomeDue" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Account_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Account_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrganizationalUnit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Account" ("alertEmail", "createdAt", "email", "id", "locale", "name", "organizationId", "personEmail", "slackTeamId", "slackUserId", "status", "tiedAt", "timeZone", "unitId", "version") SELECT "alertEmail", "createdAt", "email", "id", "locale", "name", "organizationId", "personEmail", "slackTeamId", "slackUserId", "status", "tiedAt", "timeZone", "unitId", "version" FROM "Account";
DROP TABLE "Account";
ALTER TABLE "new_Account" RENAME TO "Account";
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");
CREATE INDEX "Account_organizationId_idx" ON "Account"("organizationId");
CREATE INDEX "Account_personEmail_idx" ON "Account"("personEmail");
CREATE INDEX "Account_slackTeamId_slackUserId_idx" ON "Account"("slackTeamId", "slackUserId");
CREATE TABLE "new_Approval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
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
    "decidedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "remindAt" DATETIME,
    "remindedAt" DATETIME,
    "expiresAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Approval_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Approval_requesterId_fkey" FOREIGN KEY ("requesterId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Approval_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Approval_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Approval_caseNumber_fkey" FOREIGN KEY ("caseNumber") REFERENCES "Case" ("number") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Approval_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Approval_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "PartnerRelation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Approval" ("caseNumber", "closedBecause", "comment", "createdAt", "customerId", "decidedAt", "decidedById", "expiresAt", "id", "kind", "organizationId", "payload", "relationId", "remindAt", "remindedAt", "requesterId", "state", "subscriptionId", "version") SELECT "caseNumber", "closedBecause", "comment", "createdAt", "customerId", "decidedAt", "decidedById", "expiresAt", "id", "kind", "organizationId", "payload", "relationId", "remindAt", "remindedAt", "requesterId", "state", "subscriptionId", "version" FROM "Approval";
DROP TABLE "Approval";
ALTER TABLE "new_Approval" RENAME TO "Approval";
CREATE INDEX "Approval_organizationId_state_createdAt_idx" ON "Approval"("organizationId", "state", "createdAt");
CREATE INDEX "Approval_requesterId_state_idx" ON "Approval"("requesterId", "state");
CREATE INDEX "Approval_decidedById_idx" ON "Approval"("decidedById");
CREATE INDEX "Approval_customerId_idx" ON "Approval"("customerId");
CREATE INDEX "Approval_caseNumber_idx" ON "Approval"("caseNumber");
CREATE INDEX "Approval_subscriptionId_idx" ON "Approval"("subscriptionId");
CREATE INDEX "Approval_relationId_idx" ON "Approval"("relationId");
CREATE INDEX "Approval_state_expiresAt_idx" ON "Approval"("state", "expiresAt");
CREATE INDEX "Approval_state_remindAt_idx" ON "Approval"("state", "remindAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_previousHash_key" ON "AuditSeal"("previousHash");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_hash_key" ON "AuditSeal"("hash");

-- CreateIndex
CREATE INDEX "Audit_sealId_id_idx" ON "Audit"("sealId", "id");
