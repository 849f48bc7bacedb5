/// The only package that knows Bouncy Castle: HPKE with X-Wing, and Ed25519 from seeds.
///
/// Bytes in, bytes out; everything that the library refuses is one `GeneralSecurityException`.
@NullMarked
package kith.crypto.bc;

import org.jspecify.annotations.NullMarked;
