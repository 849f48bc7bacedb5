/// How words are sealed, and keys are made, kept and shared. Formats: docs/crypto.md.
///
/// The same words and the same bytes as `web/src/crypto`. Whatever does not open, verify or parse
/// is the one [kith.crypto.Rejected]; an `IllegalArgumentException` is the caller's own mistake.
@NullMarked
package kith.crypto;

import org.jspecify.annotations.NullMarked;
