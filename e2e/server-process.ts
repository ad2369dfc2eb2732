/** Whether this process is the server itself, `npm start` or not, and not one of the scripts that start it: those keep the real time and the real DNS. */
export const isServerProcess = /[\\/](main\.ts|serve\.mjs)$/.test(process.argv[1] ?? '');
