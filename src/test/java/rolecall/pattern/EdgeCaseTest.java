package rolecall.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.pattern.Reading.NO_LISTS;
import static rolecall.pattern.Reading.document;
import static rolecall.pattern.Reading.pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rolecall.json.Json;

/** Cases written by hand; Event Ruler must say the same as the table and as we do. */
class EdgeCaseTest {
  private static void check(String pattern, String document, boolean matches) {
    Json.Obj read = document(document);
    assertThat(RulerOracle.matches(pattern, NO_LISTS, read)).as("Event Ruler").isEqualTo(matches);
    assertThat(pattern(pattern, NO_LISTS).test(read, Unknowns.NONE))
        .as("ours")
        .isEqualTo(Truth.of(matches));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: 300                          | {"a":300.0}                  | true
          a: 300                          | {"a":3e2}                    | true
          a: 300                          | {"a":"300"}                  | false
          a: "300"                        | {"a":300}                    | false
          a: 0                            | {"a":-0.0}                   | true
          a: 12345678901234567890         | {"a":12345678901234567890}   | true
          a: 12345678901234567890         | {"a":12345678901234567890.0} | false
          a: 9007199254740993             | {"a":9007199254740992}       | false
          a: {numeric: [">", 5]}          | {"a":12345678901234567890}   | false
          a: {numeric: [">=", 5]}         | {"a":5}                      | true
          a: {numeric: [">", 5]}          | {"a":5}                      | false
          a: {numeric: [">", 0, "<=", 5]} | {"a":5.0}                    | true
          a: {numeric: [">", 0, "<", 5]}  | {"a":5.0}                    | false
          a: {numeric: ["=", 3.018e2]}    | {"a":301.8}                  | true
          a: {numeric: ["<", 0]}          | {"a":"-1"}                   | false
          a: {numeric: ["<", 0]}          | {"a":-1e308}                 | true
          a: {numeric: ["<", 0]}          | {"a":-1e400}                 | false
          a: {numeric: ["<", 1]}          | {"a":1e-999999999}           | false
          a: {numeric: ["<", 1]}          | {"a":true}                   | false
          """)
  void numbers_compare_by_the_value_that_a_double_holds(String p, String d, boolean matches) {
    check(p, d, matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: ["1.2.3.4"]                | {"a":"01.2.3.04"}                | true
          a: ["1.2.3.4"]                | {"a":"::ffff:102:304"}           | true
          a: ["2001:db8::1"]            | {"a":"2001:DB8:0:0::0001"}       | true
          a: ["2001:db8::1"]            | {"a":"2001:db8::1:1"}            | false
          a: {anything-but: "1.2.3.4"}  | {"a":"01.2.3.4"}                 | true
          a: {cidr: 192.0.2.0/24}       | {"a":"192.0.2.255"}              | true
          a: {cidr: 192.0.2.0/24}       | {"a":"192.0.3.0"}                | false
          a: {cidr: 192.0.2.77/24}      | {"a":"192.0.2.1"}                | true
          a: {cidr: 0.0.0.0/0}          | {"a":"255.255.255.255"}          | true
          a: {cidr: 0.0.0.0/0}          | {"a":"chime.amazonaws.com"}      | false
          a: {cidr: 192.0.2.0/31}       | {"a":"192.0.2.1"}                | true
          a: {cidr: "2001:db8::/32"}    | {"a":"2001:db8:ffff::"}          | true
          a: {cidr: "2001:db8::/32"}    | {"a":"2001:db9::"}               | false
          a: {cidr: "2001:db8::/127"}   | {"a":"2001:db8::2"}              | false
          a: {cidr: "2001:db8::/32"}    | {"a":"2001:db8::192.0.2.1"}      | false
          """)
  void addresses_compare_by_their_bits(String p, String d, boolean matches) {
    check(p, d, matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: {exists: true}                      | {"a":null}                   | true
          a: {exists: true}                      | {"a":{"x":1}}                | false
          a: {exists: true}                      | {"a":[]}                     | false
          a: {exists: true}                      | {"a":[[]]}                   | false
          a: {exists: true}                      | {"a":[{}, 1]}                | true
          a: {exists: false}                     | {"a":null}                   | false
          a: {exists: false}                     | {"a":{"x":1}}                | true
          a: {exists: false}                     | {"a":{}}                     | true
          a: {exists: false}                     | {"a":[]}                     | true
          a: {b: {exists: false}}                | {"a":1}                      | true
          a: {b: {exists: false}}                | {"a":[{"b":1},{"c":1}]}      | false
          a: {b: {exists: false}}                | {"a":[{"c":1},{"c":1}]}      | true
          a: {b: [1], c: {exists: false}}        | {"a":[{"b":1},{"c":1}]}      | true
          a: {b: [1], c: {exists: false}}        | {"a":[{"b":1,"c":1},{"b":2}]}| false
          a: {b: {exists: false}, c: [1]}        | {"a":[{"b":1},{"c":1}]}      | false
          a: [{exists: false}, x]                | {"a":"x"}                    | true
          a: [{exists: false}, x]                | {"a":"y"}                    | false
          a: [{exists: false}, x]                | {"b":"y"}                    | true
          a: [null]                              | {"a":null}                   | true
          a: [null]                              | {}                           | false
          a: [null]                              | {"a":"null"}                 | false
          a: true                                | {"a":true}                   | true
          a: true                                | {"a":"true"}                 | false
          a: false                               | {"a":0}                      | false
          a: {anything-but: x}                   | {}                           | false
          a: {anything-but: x}                   | {"a":null}                   | true
          a: {anything-but: x}                   | {"a":["x"]}                  | false
          a: {anything-but: x}                   | {"a":["x","y"]}              | true
          a: {anything-but: x}                   | {"a":[]}                     | false
          a: {anything-but: 5}                   | {"a":"5"}                    | true
          a: {anything-but: 5}                   | {"a":5.0}                    | false
          a: {anything-but: {prefix: [x, y]}}    | {"a":"yz"}                   | false
          a: {anything-but: {prefix: [x, y]}}    | {"a":7}                      | true
          a: {anything-but: {wildcard: "*.com"}} | {"a":"chime.com"}            | false
          a: {anything-but: {equals-ignore-case: [AB, c]}} | {"a":"aB"}         | false
          """)
  void what_is_missing_empty_or_null(String p, String d, boolean matches) {
    check(p, d, matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: {b: [1], c: [2]}      | {"a":[{"b":1,"c":2}]}                        | true
          a: {b: [1], c: [2]}      | {"a":[{"b":1},{"c":2}]}                      | false
          a: {b: [1], c: [2]}      | {"a":[{"b":1,"c":3},{"b":1,"c":2}]}          | true
          a: {b: [1], c: [2]}      | {"a":[[{"b":1}],[{"c":2}]]}                  | false
          a: {b: [1], c: [2]}      | {"a":[[{"b":1,"c":2},{"b":3}],[{"b":4}]]}    | true
          a: {b: {d: 1}, c: {d: 2}}| {"a":{"b":[{"d":0},{"d":1}],"c":[{"d":2},{"d":3}]}} | true
          a: {b: {d: 1}, c: {d: 2}}| {"a":[{"b":[{"d":1}]},{"c":[{"d":2}]}]}      | false
          a: {b: 1, n: {c: 2}}     | {"a":[{"b":1,"n":[{"c":1},{"c":2}]}]}        | true
          a: {b: 1, n: {c: 2}}     | {"a":[{"b":1,"n":[{"c":1}]},{"n":[{"c":2}]}]}| false
          a: {$or: [{b: 1}, {c: 1}], d: 1} | {"a":[{"b":1},{"d":1}]}              | false
          a: {$or: [{b: 1}, {c: 1}], d: 1} | {"a":[{"b":1},{"c":1,"d":1}]}        | true
          a.b: [1]                 | {"a":{"b":1}}                                | true
          a.b: [1]                 | {"a.b":1}                                    | true
          a: {b: [1]}              | {"a.b":1}                                    | true
          a: {b: {c: [1]}}         | {"a.b":[{"c":1}]}                            | true
          a: [x]                   | {"a":[["x"],["y"]]}                          | true
          a: [x]                   | {"a":[{"a":"x"}]}                            | false
          """)
  void fields_under_one_object_come_from_the_same_item(String p, String d, boolean matches) {
    check(p, d, matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: {prefix: ""}                          | {"a":""}         | true
          a: {prefix: ""}                          | {"a":5}          | false
          a: {prefix: 'ab"'}                       | {"a":"ab"}       | true
          a: {prefix: 'ab"'}                       | {"a":"ab\\"c"}   | true
          a: {suffix: '"ab'}                       | {"a":"ab"}       | true
          a: {prefix: {equals-ignore-case: 'AB"'}} | {"a":"ab"}       | true
          a: {suffix: {equals-ignore-case: '"AB'}} | {"a":"ab"}       | true
          a: {suffix: "🙂"}                        | {"a":"x🙂"}      | true
          a: {wildcard: "*"}                       | {"a":""}         | true
          a: {wildcard: "*"}                       | {"a":5}          | false
          a: {wildcard: ""}                        | {"a":""}         | true
          a: {wildcard: "a*a"}                     | {"a":"a"}        | false
          a: {wildcard: "a*a"}                     | {"a":"aa"}       | true
          a: {wildcard: "*ab*ab*"}                 | {"a":"abab"}     | true
          a: {wildcard: "*ab*ab*"}                 | {"a":"aab"}      | false
          a: {wildcard: 'a\\*b'}                   | {"a":"a*b"}      | true
          a: {wildcard: 'a\\*b'}                   | {"a":"aXb"}      | false
          a: {wildcard: 'a\\\\*'}                  | {"a":"a\\\\b"}   | true
          a: {equals-ignore-case: "ß"}             | {"a":"SS"}       | true
          a: {equals-ignore-case: "ß"}             | {"a":"ss"}       | false
          a: {equals-ignore-case: "İx"}            | {"a":"i̇X"}      | true
          a: {equals-ignore-case: "k"}             | {"a":"\\u212a"}  | false
          a: {suffix: {equals-ignore-case: "É"}}   | {"a":"xé"}       | true
          """)
  void texts_compare_with_their_quotes_and_letter_by_letter(String p, String d, boolean matches) {
    check(p, d, matches);
  }
}
