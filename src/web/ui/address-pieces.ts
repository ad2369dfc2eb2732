/** An e-mail address cut before its @, any other address before its slashes, hyphens and underscores; put together again it is the same. */
export const addressPieces = (address: string): string[] =>
  address.split(!address.includes('/') && address.includes('@') ? /(?=@)/ : /(?<=[^/])(?=[/_-])/);
