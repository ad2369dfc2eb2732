export { diagnosisHandlers } from './routes.ts';
