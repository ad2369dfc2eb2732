import { describe, expect, test } from 'vitest';
import type { AccessFormView, ContactView } from '../contract.ts';
import { changeOf, creationOf, fieldsOf, newFields } from './contact-draft.ts';

const form: AccessFormView = {
  sendPasswordLink: { offered: true, reason: null, sentence: null, remedyPath: null, remedyLabel: null },
  portals: [
    {
      id: 'portal',
      name: 'Kundenportal',
      isDefault: true,
      areas: [
        { key: 'invoices', name: 'Rechnungen' },
        { key: 'contracts', name: 'Verträge' },
      ],
      roles: [{ key: 'customer', name: 'Kunde', areas: ['invoices', 'contracts'], isUsual: true }],
    },
  ],
  linkLifetime: '48h',
  passwordMinimumLength: 12,
};

const access = { portalId: 'portal', areas: ['invoices'] } as ContactView['accesses'][number];
const contact = {
  customerId: 'company',
  firstName: 'Anna',
  lastName: 'Müller',
  email: 'anna@example.de',
  phones: ['030 1'],
  salutation: 'frau',
  title: null,
  language: null,
  addressForm: null,
  externalId: null,
  accesses: [access],
} as unknown as ContactView;

describe('what the contact form sends', () => {
  test('B007 a form that is opened never has the tick and no password', () => {
    expect(fieldsOf(contact, form)).toMatchObject({ sendPasswordLink: false, password: '' });
    expect(newFields('company', form)).toMatchObject({ sendPasswordLink: false, password: '' });
  });

  test('without tick and without password only the person is saved', () => {
    expect(creationOf({ ...newFields('company', form), lastName: 'Müller' })).not.toHaveProperty('portalAccess');
  });

  test('B005 the tick with an empty password orders the mail and no password', () => {
    const { portalAccess } = creationOf({ ...newFields('company', form), lastName: 'Müller', sendPasswordLink: true });
    expect(portalAccess).toEqual({ portalId: 'portal', areas: ['invoices', 'contracts'], sendPasswordLink: true });
  });

  test('B009 tick and password order both', () => {
    const { portalAccess } = creationOf({
      ...newFields('company', form),
      lastName: 'Müller',
      sendPasswordLink: true,
      password: 'vier lange Wörter hier',
    });
    expect(portalAccess).toMatchObject({ sendPasswordLink: true, password: 'vier lange Wörter hier' });
  });

  test('B008 an address changed in the same save is sent with the order', () => {
    const base = fieldsOf(contact, form);
    expect(changeOf(base, { ...base, email: 'neu@example.de', sendPasswordLink: true }, contact)).toEqual({
      email: 'neu@example.de',
      portalAccess: { portalId: 'portal', areas: ['invoices'], sendPasswordLink: true },
    });
  });

  test('only what was changed is sent; empty texts become absent', () => {
    const base = fieldsOf(contact, form);
    expect(changeOf(base, { ...base, title: 'Dr.', email: '', phones: ['030 1', ' '] }, contact)).toEqual({ title: 'Dr.', email: null });
  });

  test('other areas of an access that exists are sent without tick', () => {
    const base = fieldsOf(contact, form);
    expect(changeOf(base, { ...base, areas: ['contracts'] }, contact).portalAccess).toEqual({
      portalId: 'portal',
      areas: ['contracts'],
      sendPasswordLink: false,
    });
    expect(changeOf(base, { ...base, title: 'Dr.' }, contact)).not.toHaveProperty('portalAccess');
  });
});
