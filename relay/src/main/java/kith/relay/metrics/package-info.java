/// What a monitor may know: counts over the whole relay. The only package that knows Prometheus.
@NullMarked
package kith.relay.metrics;

import org.jspecify.annotations.NullMarked;
