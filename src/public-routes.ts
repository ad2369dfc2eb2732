/** Every route of the API that answers without a session. A route that is public and not named here keeps the server from starting, and a test says so. */
export const publicRoutes: readonly string[] = ['getSetupState', 'checkSetup', 'setUp', 'signIn'];
