package kith.relay;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The relay's OpenAPI description, held against what really passes between the tests and a relay.
///
/// Every exchange of [Running] comes through here. An answer must have a status, a type and a shape
/// that its operation lists, with no field that is not described; a request that is not of the
/// described shape must have been refused.
final class Described {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
  private static final String REF = "$ref";

  private static final Described RELAY = new Described();

  private final JsonNode root;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final List<Operation> operations = new ArrayList<>();

  /// One method at one address.
  record Operation(String method, String path, Pattern pattern, JsonNode node) {
    String name() {
      return node.path("operationId").asString();
    }
  }

  /// One exchange with the relay.
  record Exchange(
      String method,
      String path,
      @Nullable String request,
      int status,
      String type,
      String answer) {}

  private Described() {
    try (InputStream in = Described.class.getResourceAsStream("/kith/relay/openapi.yaml")) {
      root = new YAMLMapper().readTree(in);
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    for (var path : root.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          String pattern = path.getKey().replaceAll("\\{[a-z]+\\}", "[^/]+");
          operations.add(
              new Operation(
                  method.getKey().toUpperCase(java.util.Locale.ROOT),
                  path.getKey(),
                  Pattern.compile(pattern),
                  method.getValue()));
        }
      }
    }
  }

  static Described relay() {
    return RELAY;
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  JsonNode root() {
    return root;
  }

  /// The operations and statuses that have been seen so far in this process.
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  /// What is wrong with an exchange; nothing, for what is not under /v1.
  List<String> wrong(Exchange exchange) {
    Optional<Operation> operation = find(exchange);
    if (operation.isEmpty()) {
      return strange(exchange);
    }
    String name = operation.get().name();
    seen.add(name + " " + exchange.status());
    List<String> wrong = new ArrayList<>(answer(operation.get(), exchange));
    if (exchange.status() < 300) {
      wrong.addAll(request(operation.get(), exchange));
    }
    return wrong.stream().map(each -> name + " " + exchange.status() + ": " + each).toList();
  }

  private Optional<Operation> find(Exchange exchange) {
    String path = exchange.path().replaceAll("\\?.*", "");
    return operations.stream()
        .filter(each -> each.method().equals(exchange.method()))
        .filter(each -> each.pattern().matcher(path).matches())
        .findFirst();
  }

  /// Under /v1 there is nothing else but refusals.
  private List<String> strange(Exchange exchange) {
    if (!exchange.path().startsWith("/v1")) {
      return List.of();
    }
    return Set.of(403, 404, 405).contains(exchange.status())
        ? problem(exchange)
        : List.of("not described: " + exchange.method() + " " + exchange.path());
  }

  private List<String> problem(Exchange exchange) {
    return check(body("#/components/schemas/Problem"), exchange.answer(), true);
  }

  private ObjectNode body(String ref) {
    ObjectNode node = JSON.createObjectNode();
    node.put(REF, ref);
    return node;
  }

  private List<String> answer(Operation operation, Exchange exchange) {
    JsonNode listed = operation.node().path("responses");
    JsonNode response = listed.path(String.valueOf(exchange.status()));
    if (response.isMissingNode() && exchange.status() >= 400) {
      response = listed.path("default");
    }
    if (response.isMissingNode()) {
      return List.of("a status that is not listed");
    }
    JsonNode content = resolved(response).path("content");
    if (content.isMissingNode()) {
      return exchange.answer().isEmpty() ? List.of() : List.of("a body that is not described");
    }
    JsonNode media = content.path(exchange.type());
    if (media.isMissingNode()) {
      return List.of("the type " + exchange.type() + " is not listed");
    }
    return exchange.type().endsWith("json")
        ? check(media.path("schema"), exchange.answer(), true)
        : List.of();
  }

  private List<String> request(Operation operation, Exchange exchange) {
    JsonNode body = operation.node().path("requestBody");
    if (body.isMissingNode()) {
      return List.of();
    }
    JsonNode schema = resolved(body).path("content").path("application/json").path("schema");
    String sent = exchange.request();
    return sent == null ? List.of("taken without a body") : check(schema, sent, false);
  }

  /// What a reference points to.
  JsonNode resolved(JsonNode node) {
    JsonNode ref = node.path(REF);
    return ref.isMissingNode() ? node : root.at(ref.asString().substring(1));
  }

  /// Whether a text is of a schema's shape; `closed`: and holds nothing else.
  List<String> check(JsonNode schema, String text, boolean closed) {
    try {
      return compiled(schema, closed).validate(JSON.readTree(text)).stream()
          .map(Object::toString)
          .toList();
    } catch (JacksonException notJson) {
      return List.of("not JSON");
    }
  }

  private Schema compiled(JsonNode schema, boolean closed) {
    return schemas.computeIfAbsent(
        closed + schema.toString(),
        _ -> {
          ObjectNode whole = (ObjectNode) schema.deepCopy();
          whole.set("components", root.path("components").deepCopy());
          if (closed) {
            close(whole);
          }
          return REGISTRY.getSchema(whole);
        });
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && "object".equals(object.path("type").asString(""))) {
      object.put("additionalProperties", false);
    }
    node.forEach(Described::close);
  }

  /// How often each reference is used.
  Map<String, Integer> references() {
    Map<String, Integer> count = new TreeMap<>();
    count(root, count);
    return count;
  }

  private static void count(JsonNode node, Map<String, Integer> count) {
    JsonNode ref = node.path(REF);
    if (!ref.isMissingNode()) {
      count.merge(ref.asString(), 1, Integer::sum);
    }
    node.forEach(inner -> count(inner, count));
  }
}
