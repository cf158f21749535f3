/**
 * What is allowed, written by people. {@link rolecall.policy.PolicyFile#read} makes a {@link
 * rolecall.policy.CompiledPolicy} of a text or says everything that is wrong with it; {@link
 * rolecall.policy.CompiledPolicy#judge} judges one record.
 *
 * <p>Nothing here knows where records come from, how findings are told, or what time it is.
 */
package rolecall.policy;
