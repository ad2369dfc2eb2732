import type { ResponseOf } from '../../../platform/http/contract.ts';
import type { mailContract } from '../contract.ts';

export type MailSetting = ResponseOf<typeof mailContract.getMailSettings>;
export type MessageDetail = ResponseOf<typeof mailContract.getMessage>;
export type TestMailDetail = ResponseOf<typeof mailContract.getTestMail>;
