/** The function: from what Lambda hands over to what it must be answered. */
package rolecall.lambda;
