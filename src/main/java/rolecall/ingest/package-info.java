/**
 * From whatever arrived to CloudTrail records: files, gzip, envelopes, splitting.
 *
 * <p>{@link rolecall.ingest.LogReader} is the way in. Nothing here knows a policy; the {@link
 * rolecall.ingest.EventFilter} that comes in only says which records are worth reading whole.
 */
package rolecall.ingest;
