/** Every class that speaks to AWS, and nothing else. */
package rolecall.aws;
