package rolecall.record;

import java.util.Optional;
import java.util.regex.Pattern;
import rolecall.json.Json;
import rolecall.json.Members;

/**
 * Where a call came from. {@code sourceIPAddress} holds an address, the name of a service, or words
 * such as {@code AWS Internal}.
 *
 * @param address IPv4 or IPv6
 * @param service what stood there instead of an address
 */
record Network(Optional<String> address, Optional<String> service) {
  private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  private static final Pattern SIX =
      Pattern.compile("(?=[^:]*:[^:]*:)[0-9A-Fa-f:]{2,39}(?:[0-9.]{7,15})?");

  static Network of(TrailRecord record) {
    Optional<String> source = record.tree().get("sourceIPAddress").toldText();
    boolean isAddress = source.filter(Network::isAddress).isPresent();
    return new Network(source.filter(_ -> isAddress), source.filter(_ -> !isAddress));
  }

  private static boolean isAddress(String text) {
    return text.length() <= 45 && (FOUR.matcher(text).matches() || SIX.matcher(text).matches());
  }

  Json.Obj json() {
    return new Members().text("address", address).text("service", service).build();
  }
}
