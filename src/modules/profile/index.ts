export { registerProfilePages } from './pages.ts';
