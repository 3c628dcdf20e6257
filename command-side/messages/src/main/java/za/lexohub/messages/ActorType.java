package za.lexohub.messages;

/** Who acted, as the log records it. */
public enum ActorType {
  ADVOCATE,
  CLERK,
  ATTORNEY,
  /** Somebody who holds a public link and has no login. */
  PUBLIC_TOKEN,
  /** A saga, a deadline or a worker. */
  SYSTEM,
  MIGRATION,
  /** Somebody who keeps the system running; of no practice. */
  OPERATOR
}
