/// The core's border, as JavaScript calls it.
@NullMarked
package kith.web;

import org.jspecify.annotations.NullMarked;
