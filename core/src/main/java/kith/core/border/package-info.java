/// Text in, text out: the only way into the core from JavaScript, files and tests.
@NullMarked
package kith.core.border;

import org.jspecify.annotations.NullMarked;
