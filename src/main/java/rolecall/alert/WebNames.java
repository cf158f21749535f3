package rolecall.alert;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which words a mail program, telephone or chat takes for the name of a web site. Stateless. */
final class WebNames {
  /** Endings that make a link wherever they stand in a word. */
  private static final Set<String> STRONG =
      words(
          """
          com net org edu gov mil info biz xyz app dev top site online club shop icu zip mov click
          link web cloud live tech store website space fun page pro mobi asia arpa onion
          """);

  /** Countries, and rarer endings: a link only where a word ends with them. */
  private static final Set<String> WEAK =
      words(
          """
          ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br
          bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz
          ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw
          gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw
          ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu
          mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt
          pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz
          tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf
          ws ye yt za zm zw int name aero coop jobs museum post tel travel xxx cat agency bank best
          bid bike blog business buzz cam cash center chat city clinic co codes company computer
          consulting cool date deals delivery design digital direct directory download email
          events exchange expert express finance financial fit flights foundation fund game games
          gift global gold group guide guru health help host hosting house inc industries ink
          institute international investments lat law legal life limited loan lol ltd management
          market marketing media money monster network news ninja one partners party photo photos
          pics place plus press properties quest racing radio realty rent report review reviews
          rocks run sale school science security services shopping show social software solar
          solutions stream studio style support surf systems team tips today tools town toys trade
          trading training tube university vip vote watch webcam wiki win wine work works world
          wtf yoga zone google amazon aws microsoft lan local localhost corp home internal
          """);

  /** Names of our facts that end as web sites do; explanations quote them. */
  private static final Set<String> FACTS =
      Set.of(
          "caller.name",
          "role.name",
          "session.name",
          "resource.id",
          "chime.group",
          "trust.services",
          "resourcepolicy.services");

  private static final char BEYOND_LATIN = '\u0250';

  private WebNames() {}

  /**
   * Whether a word of letters, digits, hyphens, underscores and dots would be linked.
   *
   * @param more whether a path, port or query follows at once
   * @param inAddress whether it is the part of a mail address before the {@code @}
   */
  static boolean isLinked(String word, boolean more, boolean inAddress) {
    String name = stripEnd(word.toLowerCase(Locale.ROOT));
    if (name.indexOf('.') < 0 || (!more && FACTS.contains(name))) {
      return false;
    }
    if (name.startsWith("www.") || name.contains(".www.") || hasStrongEnding(name)) {
      return true;
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    return !inAddress
        && (WEAK.contains(last)
            || last.startsWith("xn--")
            || last.chars().anyMatch(c -> c >= BEYOND_LATIN)
            || (more && last.length() > 1 && last.chars().allMatch(Character::isLetter)));
  }

  /** An AWS service, as {@code sts.amazonaws.com}: nobody but AWS can have such a name. */
  static boolean isAwsService(String word) {
    String name = stripEnd(word);
    String service =
        name.endsWith(".amazonaws.com")
            ? name.substring(0, name.length() - ".amazonaws.com".length())
            : "";
    if (service.endsWith(".chime")) {
      service = service.substring(0, service.length() - ".chime".length());
    }
    return !service.isEmpty()
        && service
            .chars()
            .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }

  private static boolean hasStrongEnding(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      int end = dot + 1;
      while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
        end++;
      }
      if (STRONG.contains(name.substring(dot + 1, end))) {
        return true;
      }
    }
    return false;
  }

  private static String stripEnd(String word) {
    int end = word.length();
    while (end > 0 && ".-_".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  private static Set<String> words(String text) {
    return Set.copyOf(List.of(text.strip().split("\\s+")));
  }
}
