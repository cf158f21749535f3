package rolecall.alert;

import rolecall.finding.Caller;
import rolecall.finding.Finding;

/**
 * Texts of a record as the bodies for people show them: one line, harmless, without links and HTML.
 * Stateless.
 */
final class Shown {
  /** No name that AWS lets people choose is longer. */
  static final int NAME = 300;

  static final int ARN = 700;

  private static final String CUT = " ... (cut)";

  private Shown() {}

  /** What a record says: a caller may have chosen it. */
  static String text(String text, int most) {
    boolean fits = text.codePointCount(0, text.length()) <= most;
    String kept = fits ? text : text.substring(0, text.offsetByCodePoints(0, most));
    String shown = Unlinked.show(tags(Harmless.utf8().show(blanks(kept))));
    return fits ? shown : shown + CUT;
  }

  static String name(String name) {
    return name.isBlank() ? "(blank)" : text(name, NAME);
  }

  /** What the policy's authors wrote: their links stay. */
  static String ours(String text, int most) {
    String shown = Harmless.utf8().show(blanks(text.replace('\n', ' ')));
    return shown.codePointCount(0, shown.length()) <= most
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, most)) + CUT;
  }

  /** The caller as people know them: the name, or what there is. */
  static String caller(Finding finding) {
    Caller caller = finding.caller();
    return name(caller.name().or(caller::account).or(caller::arn).orElse("unknown"));
  }

  /** A run of blanks of any kind could push a text to where a line of ours would stand. */
  private static String blanks(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBlank = Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029';
      if (!isBlank) {
        shown.append(c);
      } else if (!blank) {
        shown.append(' ');
      }
      blank = isBlank;
    }
    return shown.toString().stripTrailing();
  }

  private static String tags(String text) {
    return text.replace('<', '\u2039').replace('>', '\u203a');
  }
}
