/// Holds what a server gives to browsers against the list of a release.
@NullMarked
package kith.app.verify;

import org.jspecify.annotations.NullMarked;
