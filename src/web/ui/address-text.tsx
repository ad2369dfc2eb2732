import { Fragment } from 'react';
import { addressPieces } from './address-pieces.ts';

/** An address that breaks where people would break it: an e-mail address before its @, a web address before a slash; in mid-word only where a part does not fit. */
export function AddressText({ address }: { address: string }) {
  return (
    <span className="pf-address">
      {addressPieces(address).map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one address never change places
        <Fragment key={place}>
          {place > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </span>
  );
}
