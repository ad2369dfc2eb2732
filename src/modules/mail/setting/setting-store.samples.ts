import { type SamplesOf, sampleId, sampleInstant } from '../../../platform/db/statements.ts';
import * as store from './setting-store.ts';

const workspaceId = sampleId<'workspace'>();
const now = sampleInstant;

export const samples: SamplesOf<typeof store> = {
  findTransport: (tx) => store.findTransport(tx, workspaceId),
  findSendingSetting: (tx) => store.findSendingSetting(tx, workspaceId),
  insertMailSetting: (tx) =>
    store.insertMailSetting(tx, {
      workspaceId,
      transport: 'smtp',
      host: 'mail.example',
      port: 587,
      encryption: 'starttls',
      userName: 'pforte',
      sealedPassword: Buffer.alloc(0),
      senderName: 'Muster Energie',
      senderAddress: 'portal@example.com',
      fromEnvironment: true,
    }),
  findMailSetting: (tx) => store.findMailSetting(tx, workspaceId),
  saveChosenSetting: (tx) =>
    store.saveChosenSetting(tx, workspaceId, {
      transport: 'smtp',
      host: 'mail.example',
      port: 587,
      encryption: 'starttls',
      userName: 'pforte',
      sealedPassword: Buffer.alloc(0),
      senderName: 'Muster Energie',
      senderAddress: 'portal@example.com',
      replyTo: null,
      bcc: null,
      headerDe: null,
      headerEn: null,
      footerDe: null,
      footerEn: null,
      signatureDe: null,
      signatureEn: null,
      checkIsCurrent: false,
    }),
  saveCheck: (tx) =>
    store.saveCheck(tx, workspaceId, {
      checkedAt: now,
      checkTransport: 'smtp',
      checkHost: 'mail.example',
      checkPort: 587,
      checkCause: null,
      checkTls: 'TLSv1.3',
      checkCode: 250,
      checkEnhancedCode: '2.1.0',
      checkAnswer: 'ok',
      sealedCheck: Buffer.alloc(0),
      checkIsCurrent: true,
    }),
  hasSentSince: (tx) => store.hasSentSince(tx, workspaceId, now),
  lockMailSetting: (tx) => store.lockMailSetting(tx, workspaceId),
  saveAdoptedSetting: (tx) =>
    store.saveAdoptedSetting(tx, workspaceId, {
      transport: 'smtp',
      host: 'mail.example',
      port: 587,
      encryption: 'starttls',
      userName: 'pforte',
      sealedPassword: Buffer.alloc(0),
      senderAddress: 'portal@example.com',
    }),

  pauseTransport: (tx) => store.pauseTransport(tx, { workspaceId, version: 1, cause: 'timeout', answer: null, now, until: now }),
  takeProbe: (tx) => store.takeProbe(tx, workspaceId, now, now),
  resumeTransport: (tx) => store.resumeTransport(tx, workspaceId, 1),
};
