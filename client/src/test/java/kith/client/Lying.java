package kith.client;

import java.util.Objects;
import java.util.function.UnaryOperator;

/// Answers as the relay does, except for what is to be changed in pages and invitations.
final class Lying implements Network {
  private final MemoryRelay inner;
  UnaryOperator<Kept> page = UnaryOperator.identity();
  UnaryOperator<Kept> invitation = UnaryOperator.identity();

  Lying(MemoryRelay inner) {
    this.inner = inner;
  }

  @Override
  public Reply send(Request request) throws Unreachable {
    Reply reply = inner.send(request);
    if (request.path().contains("/entries?after=")) {
      int after = Integer.parseInt(request.path().replaceAll(".*=", ""));
      return new Reply(200, cut(page.apply(whole(request)), after).fields());
    }
    boolean look = request.path().contains("/invitations/") && request.method().equals("GET");
    return look ? new Reply(200, invitation.apply(Kept.of(reply.body())).fields()) : reply;
  }

  private Kept whole(Request request) {
    String bond = request.path().split("/", -1)[3];
    return Kept.of(inner.page(Objects.requireNonNull(inner.bonds.get(bond)), 0).body());
  }

  private static Kept cut(Kept page, int after) {
    return page.with("entries", page.items("entries").stream().skip(after).toList());
  }
}
