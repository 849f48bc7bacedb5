package kith.relay.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The addresses under /v1 and what answers them.
final class Routes {
  private static final String ANY = "{}";

  private final List<Route> routes = new ArrayList<>();

  /// One method at one address.
  record Route(HttpMethod method, List<String> pattern, boolean body, Consumer<Call> answer) {
    Optional<List<String>> match(List<String> path) {
      if (path.size() != pattern.size()) {
        return Optional.empty();
      }
      for (int i = 0; i < path.size(); i++) {
        if (!pattern.get(i).equals(ANY) && !pattern.get(i).equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(values(path));
    }

    private List<String> values(List<String> path) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < path.size(); i++) {
        if (pattern.get(i).equals(ANY)) {
          values.add(path.get(i));
        }
      }
      return values;
    }
  }

  /// What a method and a path lead to.
  sealed interface Match {
    /// To this route, with these values of its variable parts.
    record Found(Route route, List<String> values) implements Match {}

    /// To nothing with this method; these there are.
    record OtherMethods(String allow) implements Match {}

    /// To nothing.
    record None() implements Match {}
  }

  /// A route that takes no body.
  Routes bare(HttpMethod method, String pattern, Consumer<Call> answer) {
    routes.add(new Route(method, split(pattern), false, answer));
    return this;
  }

  /// A route that takes a JSON body.
  Routes json(HttpMethod method, String pattern, Consumer<Call> answer) {
    routes.add(new Route(method, split(pattern), true, answer));
    return this;
  }

  /// Every route as one text, such as `PUT /v1/bonds/{}`.
  List<String> list() {
    return routes.stream()
        .map(route -> route.method().name() + " " + String.join("/", route.pattern()))
        .toList();
  }

  Match find(HttpMethod method, String path) {
    List<String> parts = split(path);
    List<String> allowed = new ArrayList<>();
    for (Route route : routes) {
      Optional<List<String>> values = route.match(parts);
      if (values.isPresent() && route.method().equals(method)) {
        return new Match.Found(route, values.get());
      }
      if (values.isPresent()) {
        allowed.add(route.method().name());
      }
    }
    return allowed.isEmpty()
        ? new Match.None()
        : new Match.OtherMethods(String.join(", ", allowed));
  }

  private static List<String> split(String path) {
    return Arrays.asList(path.split("/", -1));
  }
}
