/// HTTP: routes, headers, live streams and the app's files. The only package that knows the web
/// server.
@NullMarked
package kith.relay.http;

import org.jspecify.annotations.NullMarked;
