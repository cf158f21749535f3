package rolecall.document;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name of an AWS service as a principal. Stateless. */
final class ServiceName {
  private static final String END = ".amazonaws.com";
  private static final Pattern REGION =
      Pattern.compile("\\.[a-z]{2,4}(-[a-z]{1,16}){1,3}-\\d{1,2}$");

  private ServiceName() {}

  /** Whether a text is one, judged by its form. */
  static boolean isOne(String text) {
    String name = withoutChina(text.toLowerCase(Locale.ROOT));
    return name.endsWith(END)
        && name.chars().allMatch(c -> c == '.' || c == '-' || Character.isLetterOrDigit(c));
  }

  /**
   * The global name in small letters: {@code messaging.chime.us-east-1.amazonaws.com} and {@code
   * Messaging.Chime.amazonaws.com.cn} are {@code messaging.chime.amazonaws.com}.
   */
  static String global(String text) {
    String name = withoutChina(text.toLowerCase(Locale.ROOT));
    if (!name.endsWith(END)) {
      return name;
    }
    String service = name.substring(0, name.length() - END.length());
    return REGION.matcher(service).replaceFirst("") + END;
  }

  private static String withoutChina(String name) {
    return name.endsWith(END + ".cn") ? name.substring(0, name.length() - 3) : name;
  }
}
