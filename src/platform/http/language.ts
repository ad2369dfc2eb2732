import type { FastifyRequest } from 'fastify';
import type { Language, Variant } from '../phrases.ts';

/** The language a browser prefers, of those we speak; German where it names none. */
export function readAcceptLanguage(request: Pick<FastifyRequest, 'headers'>): Language & Variant {
  return acceptedLanguage(request.headers['accept-language']) ?? 'de';
}

/** RFC 9110, 12.5.4: entries with their weights; the heaviest that we speak. */
export function acceptedLanguage(header: string | undefined): Language | undefined {
  if (!header) return undefined;
  const ranked = header
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === 'de' || language === 'en') && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return ranked[0]?.language as Language | undefined;
}
