import type { Area, PortalKind } from './portal.ts';

type FirstArea = Omit<Area, 'id' | 'portalId'>;

const area = (key: string, [nameDe, nameEn]: [string, string], [descriptionDe, descriptionEn]: [string, string]): FirstArea => ({
  key,
  nameDe,
  nameEn,
  descriptionDe,
  descriptionEn,
});

/** The areas that a new portal starts with, by its kind; each workspace makes its own of them. */
export const firstAreas: Readonly<Record<PortalKind, readonly FirstArea[]>> = {
  customer: [
    area('vertraege', ['Verträge', 'Contracts'], ['Laufende Verträge und ihre Bedingungen', 'Current contracts and their terms']),
    area('rechnungen', ['Rechnungen', 'Invoices'], ['Rechnungen und Zahlungen', 'Invoices and payments']),
    area('anfragen', ['Anfragen', 'Requests'], ['Fragen stellen und Antworten nachlesen', 'Ask questions and read the answers']),
  ],
  installer: [
    area('auftraege', ['Aufträge', 'Orders'], ['Offene und erledigte Aufträge', 'Open and finished orders']),
    area('anmeldungen', ['Anmeldungen', 'Notifications of work'], ['Arbeiten beim Netz anmelden', 'Notify the grid of work']),
    area('unterlagen', ['Unterlagen', 'Documents'], ['Vordrucke und Merkblätter', 'Forms and leaflets']),
  ],
  project: [
    area('termine', ['Termine', 'Dates'], ['Fristen und Termine des Projekts', 'Deadlines and dates of the project']),
    area('dokumente', ['Dokumente', 'Documents'], ['Pläne, Verträge, Protokolle', 'Plans, contracts, minutes']),
    area('nachrichten', ['Nachrichten', 'Messages'], ['Nachrichten zum Projekt', 'Messages about the project']),
  ],
};
