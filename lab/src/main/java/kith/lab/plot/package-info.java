/// Plots, as PNG and SVG. The only place that knows the chart library.
@NullMarked
package kith.lab.plot;

import org.jspecify.annotations.NullMarked;
