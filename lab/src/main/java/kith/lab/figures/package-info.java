/// Figures of samples, and the files and tables they go to.
@NullMarked
package kith.lab.figures;

import org.jspecify.annotations.NullMarked;
