package rolecall.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rolecall.finding.Caller;
import rolecall.finding.Event;
import rolecall.finding.Finding;
import rolecall.lineage.Certainty;
import rolecall.lineage.Chain;
import rolecall.lineage.Evidence;
import rolecall.lineage.Hop;
import rolecall.lineage.Join;
import rolecall.lineage.Root;

/** Chains behind the gravest finding of an alert. */
final class TestChains {
  private static final Caller DANA =
      caller("iam-user", "arn:aws:iam::111122223333:user/dana", "111122223333", "dana");

  private TestChains() {}

  /** Two sessions, and the IAM user who began the first. */
  static Announcement behindUser(Announcement of) {
    Finding it = of.alert().gravest().finding();
    Caller jump =
        caller(
            "role-session",
            "arn:aws:sts::111122223333:assumed-role/Jump/run-7",
            "111122223333",
            "run-7");
    return with(
        of,
        new Chain(
            List.of(
                new Hop(it.event(), it.caller(), Join.EVENT, ""),
                new Hop(assumed(2), jump, Join.ISSUED_KEY, "ASIAEXAMPLE000000129"),
                new Hop(assumed(1), DANA, Join.ISSUED_KEY, "ASIAEXAMPLE000000101")),
            new Root.Known(DANA, Certainty.PROVEN, "an IAM user called"),
            List.of(
                new Evidence(
                    "source-identity",
                    "dana@example.com",
                    assumed(1).id(),
                    "given by dana (iam-user) in AssumeRole")),
            Optional.empty()));
  }

  /** Whom the session's own record names. */
  static Announcement behindStated(Announcement of) {
    Finding it = of.alert().gravest().finding();
    Caller user = caller("identity-center", null, null, "90000000-0000-4000-8000-000000000001");
    return with(
        of,
        new Chain(
            List.of(
                new Hop(it.event(), it.caller(), Join.EVENT, ""),
                new Hop(it.event(), user, Join.ON_BEHALF_OF, user.name().orElseThrow())),
            new Root.Known(user, Certainty.STATED, "no record at hand issued the key"),
            List.of(),
            Optional.empty()));
  }

  static Announcement behindBorder(Announcement of) {
    Finding it = of.alert().gravest().finding();
    Caller account = caller("aws-account", null, "444455556666", "444455556666");
    return with(
        of,
        new Chain(
            List.of(
                new Hop(it.event(), it.caller(), Join.EVENT, ""),
                new Hop(assumed(1), account, Join.ISSUED_KEY, "ASIAEXAMPLE000000129")),
            new Root.Elsewhere(
                Optional.of("444455556666"),
                Optional.of("AIDAEXAMPLE0000000009"),
                "the record is in account 444455556666"),
            List.of(),
            Optional.empty()));
  }

  static Announcement behindNobody(Announcement of, String why) {
    Finding it = of.alert().gravest().finding();
    return with(
        of,
        new Chain(
            List.of(new Hop(it.event(), it.caller(), Join.EVENT, "")),
            new Root.Unknown(why),
            List.of(),
            Optional.empty()));
  }

  /** Nobody but the caller. */
  static Announcement ofCallerAlone(Announcement of) {
    Finding it = of.alert().gravest().finding();
    return with(
        of,
        new Chain(
            List.of(new Hop(it.event(), it.caller(), Join.EVENT, "")),
            new Root.Known(it.caller(), Certainty.PROVEN, "an IAM user called"),
            List.of(),
            Optional.empty()));
  }

  /** A long chain, every text of which is drawn. */
  static Announcement drawn(Announcement of, int hops, Supplier<String> text) {
    List<Hop> all = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < hops; i++) {
      Caller who = caller("role-session", text.get(), text.get(), text.get());
      Event event =
          new Event(
              text.get(),
              text.get(),
              text.get(),
              Optional.of(Instant.parse("2026-03-02T09:00:00Z")),
              Optional.of(text.get()),
              Optional.of(text.get()),
              "success");
      all.add(new Hop(event, who, i == 0 ? Join.EVENT : Join.ISSUED_KEY, text.get()));
      evidence.add(new Evidence("source-identity", text.get(), text.get(), text.get()));
    }
    Root root =
        switch (hops % 3) {
          case 0 ->
              new Root.Known(
                  caller("iam-user", text.get(), text.get(), text.get()),
                  Certainty.PROVEN,
                  text.get());
          case 1 ->
              new Root.Elsewhere(Optional.of(text.get()), Optional.of(text.get()), text.get());
          default -> new Root.Unknown(text.get());
        };
    return with(of, new Chain(all, root, evidence, Optional.empty()));
  }

  private static Announcement with(Announcement of, Chain chain) {
    return new Announcement(
        of.alert(), of.at(), of.explanations(), of.remarks(), Optional.of(chain));
  }

  private static Event assumed(int hour) {
    return new Event(
        "e0000000-0000-4000-8000-00000000070" + hour,
        "AssumeRole",
        "sts.amazonaws.com",
        Optional.of(Instant.parse("2026-03-02T0%d:10:00Z".formatted(hour))),
        Optional.of("111122223333"),
        Optional.of("us-east-1"),
        "success");
  }

  private static Caller caller(String kind, String arn, String account, String name) {
    return new Caller(
        kind, Optional.ofNullable(arn), Optional.ofNullable(account), Optional.ofNullable(name));
  }
}
