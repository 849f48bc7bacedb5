/// The experiments behind `kith lab`: reproduce, compare, sweep, pair, fit.
@NullMarked
package kith.lab.experiment;

import org.jspecify.annotations.NullMarked;
