/**
 * Is the monitor awake: what was found of a trail, a stack and its parts, and whether that is
 * right. Speaks to nobody; what is found comes through {@link rolecall.doctor.Account}.
 */
package rolecall.doctor;
