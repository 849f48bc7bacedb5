/// Requests out of JSON and answers into JSON. The only package that knows the JSON library.
@NullMarked
package kith.relay.json;

import org.jspecify.annotations.NullMarked;
