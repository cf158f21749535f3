/**
 * What CloudTrail said, and what follows from it.
 *
 * <p>Answers: who called, which role was acted upon, how it ended. Entry: {@link
 * rolecall.record.Facts}. May use Jackson's streaming reader and nothing of this project. Must
 * never know the policy, where bytes came from, or how anything is told.
 */
package rolecall.record;
