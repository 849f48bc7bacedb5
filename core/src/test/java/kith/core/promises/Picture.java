package kith.core.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.core.bond.Answer;
import kith.core.bond.Bond;
import kith.core.bond.Exchange;
import kith.core.bond.ExchangeId;
import kith.core.bond.Held;
import kith.core.bond.Repair;
import kith.core.bond.Response;
import kith.core.bond.Seat;
import kith.core.bond.Standing;
import kith.core.bond.Topic;

/// A shared state in one line, drawn alike from the core and from the plain rules.
final class Picture {
  private Picture() {}

  static String of(World world) {
    return of(folded(world));
  }

  static long openings(World world) {
    return folded(world).heard().size();
  }

  private static Bond folded(World world) {
    Bond bond = new Bond(world.pace);
    world.log.forEach(bond::take);
    return bond;
  }

  static String of(Bond bond) {
    List<String> parts = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      parts.add(topic.word() + bond.openRing(topic));
    }
    parts.add(
        switch (bond.standing(bond.moment())) {
          case Standing.GoesOn goes -> "goes on";
          case Standing.Rests rests -> "rests";
          case Standing.Over over -> "ended";
        });
    parts.add("aside " + bond.setAside());
    for (Held held : bond.held()) {
      parts.add(
          held.exchange().text() + " from " + held.from() + " " + held.prompt().ring().depth());
    }
    for (Exchange exchange : bond.exchanges()) {
      parts.add(card(exchange));
    }
    for (Repair repair : bond.repairs()) {
      parts.add(
          repair.exchange().text()
              + repair.words()
              + repair.saidBack()
              + repair.apology().map(one -> one.own())
              + repair.mended());
    }
    return parts.toString();
  }

  private static String card(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Drawn drawn -> drawn.id().text() + " drawn " + drawn.day();
      case Exchange.Committed bound -> bound.id().text() + " bound " + bound.day();
      case Exchange.Gone gone -> gone.id().text() + " gone";
      case Exchange.Opened opened -> heard(opened, " opened ");
      case Exchange.Settled settled -> heard(settled, " settled ");
    };
  }

  private static String heard(Exchange.Heard heard, String state) {
    StringBuilder line = new StringBuilder(heard.id().text()).append(state).append(heard.day());
    line.append(heard.prompt().text().isEmpty() ? " bare" : " asked");
    for (Seat seat : Seat.values()) {
      Answer answer = heard.answers().of(seat);
      boolean tells = heard.shape().tells(seat);
      String words = answer.withdrawn() ? "withdrawn" : answer.words().orElse("?");
      Optional<Response> said = heard.responses().of(seat);
      line.append(' ')
          .append(tells ? words : "-")
          .append(said.filter(one -> !one.withdrawn()).isPresent() ? " said" : "")
          .append(said.isPresent() ? " heard" : "");
    }
    return line.toString();
  }

  static String of(Plain plain) {
    List<String> parts = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      parts.add(topic.word() + plain.ring(topic));
    }
    parts.add(plain.ended ? "ended" : plain.rests() ? "rests" : "goes on");
    parts.add("aside " + plain.setAside);
    parts.addAll(plain.aside.lines());
    for (ExchangeId id : plain.order) {
      Optional.ofNullable(plain.cards.get(id)).ifPresent(card -> parts.add(card(id, card)));
    }
    plain.wounds.all.forEach(
        (id, wound) ->
            parts.add(id.text() + wound.words + wound.back + wound.owned + wound.mended));
    return parts.toString();
  }

  private static String card(ExchangeId id, PlainCard card) {
    if (!card.heard()) {
      return id.text() + " " + card.state + (card.state.equals("gone") ? "" : " " + card.day);
    }
    StringBuilder line =
        new StringBuilder(id.text()).append(' ').append(card.state).append(' ').append(card.day);
    line.append(card.promptGone ? " bare" : " asked");
    for (Seat seat : Seat.values()) {
      line.append(' ')
          .append(card.words[seat.number()])
          .append(card.said[seat.number()] ? " said" : "")
          .append(card.responded[seat.number()] ? " heard" : "");
    }
    return line.toString();
  }
}
