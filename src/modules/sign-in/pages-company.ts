import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { Uuid } from '../../platform/http/contract.ts';
import { refuseRequest } from '../../platform/http/refusals.ts';
import { type Form, leadTo, ownPath, type PageTools, pathPart, queryPart, showPage } from '../portal/index.ts';
import { chooseCompany } from './choose-company.ts';
import { companyView } from './pages-company-view.ts';
import { type VisitorCall, visitorForm, visitorPage } from './pages-visitor.ts';

const CompanyForm = z.strictObject({ contactId: Uuid, next: z.string().max(2000).optional() });

/** Whoever acts for several companies changes between them, by the switcher or by the link of a mail that is about one of them. */
export function registerCompanyPages(app: FastifyInstance, tools: PageTools): void {
  visitorPage(app, tools, '/company/:contactId', async (call) => showCompany(call));
  visitorForm(app, tools, { path: '/company', page: '/', fields: CompanyForm }, takeCompany);
}

/** Reading changes nothing (rule 6): the person presses the button, unless the company is in view already. */
function showCompany(call: VisitorCall): FastifyReply {
  const { portal, companies = [] } = call;
  const next = ownPath(queryPart(call, 'next'), portal.slug);
  const wished = companies.find(({ contactId }) => contactId === pathPart(call, 'contactId'));
  if (!wished) throw refuseRequest('unknown-path');
  return wished.inView ? leadTo(call, next ?? `/${portal.slug}/`) : showPage(call, companyView(call, wished, next));
}

async function takeCompany(call: VisitorCall, { values }: Form<z.output<typeof CompanyForm>>): Promise<FastifyReply> {
  const { perform, portal, accountId, sessionId, companies = [] } = call;
  if (!values) throw refuseRequest('invalid');
  await perform(chooseCompany, { accountId, sessionId, contactId: values.contactId, companies });
  return leadTo(call, ownPath(values.next, portal.slug) ?? `/${portal.slug}/`);
}
