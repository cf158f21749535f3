package rolecall.document;

import static org.assertj.core.api.Assertions.assertThat;
import static rolecall.document.Documents.statements;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
  private static final Set<String> LEGACY = Set.of("CreateUser", "GetUser", "GetUserSettings");
  private static final ChimeActions ACTIONS =
      new ChimeActions(
          Set.of("CreateUser", "GetUser", "GetUserSettings", "CreateMeeting", "GetMeeting"),
          name -> LEGACY.contains(name) || name.startsWith("Legacy"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Action':'chime:*'|FULL",
        "'Action':'CHIME:*'|FULL",
        "'Action':'Chime:**'|FULL",
        "'Action':'chime:?*'|FULL",
        "'Action':'chim*:*'|FULL",
        "'Action':'ch?me:*'|FULL",
        "'Action':'c*:*'|FULL",
        "'Action':'chime:*e*'|FULL",
        "'Action':['s3:GetObject','chime:*']|FULL",
        "'Action':['*','chime:*']|FULL",
        "'Action':'chime:*','Resource':'arn:aws:chime::111122223333:meeting/x'|FULL",
        "'Action':'chime:*','Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}|FULL",
        "'Action':'*'|ALL",
        "'Action':'**'|ALL",
        "'Action':'*:*'|ALL",
        "'Action':'?*:*'|ALL",
        "'NotAction':'iam:*'|ALL",
        "'NotAction':['iam:*','chime:CreateUser']|ALL",
        "'NotAction':[]|ALL",
        "'NotAction':['iam:*','Chime:*']|NONE",
        "'NotAction':'*'|NONE",
        "'Action':'chime:CreateUser'|SOME",
        "'Action':'chime:Create*'|SOME",
        "'Action':'chime:????????????'|SOME",
        "'Action':'chime:Unknown'|SOME",
        "'Action':'*:CreateUser'|SOME",
        "'Action':'chimera:*'|NONE",
        "'Action':'xchime:*'|NONE",
        "'Action':'chime-sdk:*'|NONE",
        "'Action':'s3:*'|NONE",
        "'Action':[]|NONE",
      })
  void a_document_grants_of_chime(String statement, ChimeGrant expected) {
    assertThat(of("'Effect':'Allow'," + statement).chime()).isEqualTo(expected);
    assertThat(of("'Effect':'Deny'," + statement).chime()).isEqualTo(ChimeGrant.NONE);
  }

  @Test
  void the_most_that_some_statement_grants_counts() {
    assertThat(of("'Effect':'Allow','Action':'chime:GetUser'", "'Effect':'Allow','Action':'*'"))
        .isEqualTo(new Permissions(ChimeGrant.ALL, List.of("chime:GetUser"), false));
    assertThat(of("'Effect':'Allow','Action':'*'", "'Effect':'Allow','Action':'chime:*'"))
        .isEqualTo(new Permissions(ChimeGrant.FULL, List.of("chime:*"), false));
  }

  @Test
  void without_a_catalogue_wildcards_alone_cover_everything() {
    ChimeActions unknown = new ChimeActions(Set.of(), _ -> false);

    assertThat(Permissions.of(statements("'Effect':'Allow','Action':'chime:*'"), unknown).chime())
        .isEqualTo(ChimeGrant.FULL);
    assertThat(
            Permissions.of(statements("'Effect':'Allow','Action':'chime:Get*'"), unknown).chime())
        .isEqualTo(ChimeGrant.SOME);
  }

  @Test
  void chime_actions_are_told_as_written() {
    assertThat(
            of(
                    "'Effect':'Allow','Action':['chime:GetUser','s3:*','*','CHIME:Create*','chime:GetUser']",
                    "'Effect':'Allow','NotAction':'chime:DeleteUser'",
                    "'Effect':'Deny','Action':'chime:GetMeeting'")
                .chimeActions())
        .containsExactly("CHIME:Create*", "chime:GetUser");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Action':'chime:CreateUser','Condition':{'StringEquals':{'aws:ResourceTag/team':'x'}}",
        "'Action':['CHIME:createuser','chime:GetUser*'],'Condition':{'StringEquals':{'AWS:requesttag/Team':'x'}}",
        "'Action':'chime:GetUser','Condition':{'ForAllValues:StringEquals':{'aws:TagKeys':['a']}}",
        "'Action':'chime:GetUser','Condition':{'Null':{'aws:TagKeys':'true'}}",
        "'Action':'chime:LegacyThing','Condition':{'StringLike':{'aws:ResourceTag/a':'*'}}"
      })
  void legacy_actions_under_a_tag_condition_are_tag_scoped(String statement) {
    assertThat(of("'Effect':'Allow'," + statement).tagScoped()).isTrue();
    assertThat(of("'Effect':'Deny'," + statement).tagScoped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Action':'chime:CreateUser'",
        "'Action':'chime:CreateUser','Condition':{'StringEquals':{'aws:PrincipalTag/team':'x'}}",
        "'Action':'chime:CreateUser','Condition':{'StringEquals':{'aws:ResourceTags':'x'}}",
        "'Action':['chime:CreateUser','chime:CreateMeeting'],'Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}",
        "'Action':'chime:Create*','Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}",
        "'Action':'chime:*','Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}",
        "'Action':['chime:CreateUser','s3:GetObject'],'Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}",
        "'Action':'chime:Unknown','Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}",
        "'Action':'chime:Unknown*','Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}",
        "'Action':'*:CreateUser','Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}",
        "'NotAction':'chime:CreateUser','Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}",
        "'Action':[],'Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}"
      })
  void other_statements_are_not_tag_scoped(String statement) {
    assertThat(of("'Effect':'Allow'," + statement).tagScoped()).isFalse();
  }

  @Test
  void a_tag_condition_of_another_statement_does_not_count() {
    assertThat(
            of(
                    "'Effect':'Allow','Action':'chime:CreateUser'",
                    "'Effect':'Allow','Action':'s3:*','Condition':{'StringEquals':{'aws:ResourceTag/a':'x'}}")
                .tagScoped())
        .isFalse();
  }

  private static Permissions of(String... statements) {
    return Permissions.of(statements(statements), ACTIONS);
  }
}
